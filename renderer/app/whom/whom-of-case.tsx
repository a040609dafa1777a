import { useMemo, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { stalenessOf } from '#renderer/app/staleness.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { useWhom, WhomToPhone } from './whom-to-phone.tsx';

/** In the drawer of a case that is late or nearly so: whom to phone. Cut off from central it stands open by itself. */
export function WhomOfCase({ caseId }: { caseId: string }) {
  const open = usePicture((picture) => picture.board?.open ?? null);
  const urgency = useMemo(() => open?.find(({ row }) => row.case === caseId)?.urgency, [open, caseId]);
  const pressing = urgency === 'missed' || urgency === 'warned';
  return pressing ? <Whom key={caseId} caseId={caseId} /> : null;
}

function Whom({ caseId }: { caseId: string }) {
  const say = useSay();
  const { clock } = useDesk();
  const cutOff = usePicture(({ link }) => link !== null && stalenessOf(link, clock.now()) !== null);
  const [asked, setAsked] = useState(false);
  const open = asked || cutOff;
  const whom = useWhom(open ? [caseId] : []).get(caseId);
  return (
    <section className="drawer-part" aria-label={say('alarm.whom.ask')}>
      {cutOff ? <p className="drawer-quiet">{say('alarm.whom.offline')}</p> : null}
      {cutOff ? null : (
        <Button look="quiet" aria-expanded={open} onClick={() => setAsked(!asked)}>
          {say('alarm.whom.ask')}
        </Button>
      )}
      {open && whom ? <WhomToPhone key={whom.called?.duty} whom={whom} /> : null}
    </section>
  );
}
