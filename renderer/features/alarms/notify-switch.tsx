import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';

/** Whether the desktop is told of alarms; kept by the console. */
export function NotifySwitch() {
  const say = useSay();
  const { engine } = useDesk();
  const notify = usePicture((picture) => picture.session.notify);
  return (
    <label className="alarm-notify">
      <input
        type="checkbox"
        checked={notify}
        onChange={(event) => void engine.call('session.set', { notify: event.currentTarget.checked })}
      />
      <span>{say('alarm.notify')}</span>
      <small>{say('alarm.notify.hint')}</small>
    </label>
  );
}
