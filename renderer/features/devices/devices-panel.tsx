import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { DeviceView } from '#shared/contract/api/devices.ts';
import type { Reply } from '#shared/contract/carrier.ts';
import { DeviceLine } from './device-line.tsx';
import './devices.css';

/** The consoles an admin may withdraw. Render it always; it shows itself. */
export function DevicesPanel() {
  const open = usePicture((picture) => picture.overlay === 'devices');
  return open ? <OpenDevices /> : null;
}

function OpenDevices() {
  const say = useSay();
  const { engine, verbs } = useDesk();
  const here = usePicture((picture) => picture.session.device);
  const [reply, setReply] = useState<Reply<DeviceView[]> | null>(null);
  const read = useCallback(() => void engine.call('devices.list', {}).then(setReply), [engine]);
  useEffect(read, [read]);
  return (
    <Dialog
      title={say('devices.title')}
      width={640}
      onClose={() => verbs.show('none')}
      foot={
        <Button data-autofocus onClick={() => verbs.show('none')}>
          {say('desk.close')}
        </Button>
      }
    >
      {reply === null ? <p role="status">{say('devices.loading')}</p> : null}
      {reply && !reply.ok ? (
        <p role="alert">
          {say('devices.failed')} {say.ref(reply.failure.message)} <Button onClick={read}>{say('drawer.retry')}</Button>
        </p>
      ) : null}
      {reply?.ok ? (
        <ul>
          {reply.value.map((device) => (
            <DeviceLine
              key={device.id}
              device={device}
              here={device.id === here}
              onRevoke={async (reason) => {
                const answer = await engine.call('devices.revoke', { device: device.id, reason });
                if (!answer.ok) return say.ref(answer.failure.message);
                setReply(answer);
                return null;
              }}
            />
          ))}
        </ul>
      ) : null}
    </Dialog>
  );
}
