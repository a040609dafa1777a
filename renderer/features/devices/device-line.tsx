import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ReasonLine } from '#renderer/ui/reason-line.tsx';
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
        <ReasonLine
          label={say('devices.revoke.reason')}
          hint={say('devices.revoke.hint')}
          verb={say('devices.revoke.do')}
          onDo={async (reason) => {
            const failed = await onRevoke(reason);
            if (failed === null) setAsking(false);
            return failed;
          }}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </li>
  );
}
