import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { DeviceView } from '#shared/contract/api/devices.ts';
import { formatMoment } from '#shared/text/format.ts';

interface DeviceLineProps {
  device: DeviceView;
  /** It is the console this window belongs to. */
  here: boolean;
  /** Words when it failed, null when it is withdrawn. */
  onRevoke(reason: string): Promise<string | null>;
}

/** One console: its prefix, the end of its id, when it was seen; it is withdrawn with a reason. */
export function DeviceLine({ device, here, onRevoke }: DeviceLineProps) {
  const say = useSay();
  const { clock } = useDesk();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const time = (iso: string) => formatMoment(say.lang, Date.parse(iso), clock.now());
  return (
    <li className="device" data-revoked={device.revoked ? '' : undefined}>
      <b>{device.prefix}</b>
      <span>
        …{device.id.slice(-4)} {here ? say('devices.here') : null}
      </span>
      <small>
        {device.revokedAt === null
          ? device.seenAt === null
            ? say('devices.unseen')
            : say('devices.seen', { time: time(device.seenAt) })
          : say('devices.withdrawn', { time: time(device.revokedAt), why: device.revokedWhy ?? '–' })}
      </small>
      {device.revoked || here || asking ? (
        <span />
      ) : (
        <Button onClick={() => setAsking(true)}>{say('devices.revoke')}</Button>
      )}
      {asking ? (
        <form
          className="device-ask"
          onSubmit={async (event) => {
            event.preventDefault();
            if (reason.trim() === '') return setError(say('form.needed'));
            const failed = await onRevoke(reason.trim());
            setError(failed);
            if (failed === null) setAsking(false);
          }}
        >
          <TextField
            label={say('devices.revoke.reason')}
            hint={say('devices.revoke.hint')}
            error={error ?? undefined}
            value={reason}
            autoFocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" look="primary">
            {say('devices.revoke.do')}
          </Button>
          <Button onClick={() => setAsking(false)}>{say('form.cancel')}</Button>
        </form>
      ) : null}
    </li>
  );
}
