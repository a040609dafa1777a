import { useEffect, useRef, useState } from 'react';
import { type Carried, useDesk } from '#renderer/app/desk-context.ts';
import { Meanwhile } from '#renderer/app/meanwhile.tsx';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Failure } from '#shared/contract/ipc.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { AssignConfirm } from './assign-confirm.tsx';
import { goesAtOnce } from './assign-facts.ts';
import { BranchFinder } from './branch-finder.tsx';

/** The steps of assigning what is in hand; every way of doing it ends in the same act. */
export function AssignSteps({ carried }: { carried: Carried }) {
  const say = useSay();
  const { engine, verbs } = useDesk();
  const rows = usePicture((picture) => picture.rows);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asked, setAsked] = useState<Candidate | null>(null);
  const busy = useRef(false);
  const inHand = carried.cases.map((id) => rows?.get(id)).filter((row) => row !== undefined);
  const going = inHand.filter((row) => carried.ticked.includes(row.case));
  const { target } = carried;
  // The open case, while the queue shows others: what is at the eye is not what is in hand.
  const shown = usePicture((picture) => picture.board?.shown ?? null);
  const [unseen] = useState(() => {
    const here = new Set(shown?.map(({ row }) => row.case));
    return carried.via === 'keys' && shown && !inHand.some((row) => here.has(row.case)) ? (inHand[0] ?? null) : null;
  });
  const atOnce = (branch: string, candidate: Candidate | null) =>
    unseen === null && inHand.length === 1 && goesAtOnce(going, branch, candidate);
  // Of several cases an office is suggested where it is for all of them.
  const agreed = new Set(going.map((row) => row.suggested?.branch)).size <= 1;
  const candidates = agreed ? carried.candidates : carried.candidates.map((one) => ({ ...one, suggested: false }));
  const known = candidates.find((one) => one.branch === target) ?? (asked?.branch === target ? asked : null);

  // A branch that was no candidate: the engine says what it would mean there.
  const cases = carried.cases.join();
  const unknown = target !== null && known === null ? target : null;
  useEffect(() => {
    if (unknown === null) return;
    let stale = false;
    void engine.call('candidates.get', { cases: cases.split(','), branch: unknown }).then((reply) => {
      if (!stale && reply.ok) setAsked(reply.value.find((one) => one.branch === unknown) ?? null);
    });
    return () => {
      stale = true;
    };
  }, [engine, cases, unknown]);

  const commit = async (cases: readonly string[], branch: string, reason: string) => {
    if (busy.current) return;
    busy.current = true;
    const reply = await verbs.commit(
      { kind: 'assign', cases: [...cases], branch, ...(reason === '' ? {} : { reason }) },
      carried.via,
      undefined,
      carried.again?.of,
    );
    busy.current = false;
    if (reply.ok) verbs.letGo();
    else setFailure(reply.failure);
  };

  const choose = (branch: string, candidate: Candidate | null) => {
    setFailure(null);
    verbs.aim(branch);
    if (atOnce(branch, candidate)) void commit(carried.ticked, branch, '');
  };

  const only = going.length === 1 ? going[0] : undefined;
  return (
    <Dialog
      width={640}
      title={only ? say('assign.title.cases', { number: only.number }) : say('assign.title.many', { n: going.length })}
      onClose={() => verbs.letGo()}
    >
      <Meanwhile />
      {unseen ? (
        <p className="assign-unseen" role="status">
          {say('assign.not-in-list', { number: unseen.number, place: unseen.place ?? '–' })}
        </p>
      ) : null}
      {target === null ? (
        <BranchFinder
          cases={carried.ticked}
          candidates={candidates}
          atOnce={atOnce}
          lead={only?.lead ?? null}
          onAssist={only?.lead ? () => verbs.ask({ case: only.case, act: 'set-assist' }) : null}
          onChoose={choose}
        />
      ) : (
        <AssignConfirm
          key={target}
          rows={inHand}
          carried={carried}
          branch={target}
          candidate={known}
          failure={failure}
          onCommit={(chosen, reason) => void commit(chosen, target, reason)}
          onBack={() => {
            setFailure(null);
            verbs.aim(null);
          }}
        />
      )}
    </Dialog>
  );
}
