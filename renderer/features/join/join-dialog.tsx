import { useMemo, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { type IncidentFacts, incidentsOf } from './incident-facts.ts';
import { JoinFinder } from './join-finder.tsx';
import { JoinSides } from './join-sides.tsx';
import './join.css';

/** Joining the selected case's incident with another. Render it always; it shows itself. */
export function JoinDialog() {
  const open = usePicture((picture) => picture.overlay === 'join');
  const selected = usePicture((picture) => picture.selectedCase);
  return open && selected !== null ? <OpenJoin caseId={selected} /> : null;
}

function OpenJoin({ caseId }: { caseId: string }) {
  const say = useSay();
  const { verbs } = useDesk();
  const rows = usePicture((picture) => picture.rows);
  const incidents = useMemo(() => incidentsOf(rows?.values() ?? []), [rows]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const own = incidents.get(rows?.get(caseId)?.incident ?? '');
  const other = chosen === null ? undefined : incidents.get(chosen);
  if (!own) return null;

  const join = async (twin: IncidentFacts) => {
    const reply = await verbs.commit({ kind: 'join', incidents: [own.incident, twin.incident] }, 'menu');
    if (reply.ok) verbs.show('none');
    else setError(say.ref(reply.failure.message));
  };
  return (
    <Dialog width={640} title={say('join.title', { number: own.number })} onClose={() => verbs.show('none')}>
      {other ? (
        <JoinSides
          own={own}
          other={other}
          error={error}
          onJoin={() => join(other)}
          onBack={() => {
            setError(null);
            setChosen(null);
          }}
        />
      ) : (
        <JoinFinder own={own} incidents={incidents} onPick={setChosen} />
      )}
    </Dialog>
  );
}
