import { useEffect, useState } from 'react';
import { actName } from '#renderer/app/act-name.ts';
import { branchCautions } from '#renderer/app/branch-facts.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { takeInHand } from '#renderer/app/store/take-in-hand.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { MenuHead, MenuItem, MenuLine, PointMenu } from '#renderer/ui/point-menu.tsx';
import { type Say, useSay } from '#renderer/ui/use-say.ts';
import type { ActKind } from '#shared/contract/acts.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { BESIDE_CASES } from '#shared/domain/act-rules.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { formatKm } from '#shared/text/format.ts';

/** Branches named in the menu itself; all others are one step further. */
const NAMED_BRANCHES = 3;
const NOT_HERE: readonly string[] = ['assign', 'undo', 'reverse', 'set-time', 'report', ...BESIDE_CASES];

/** The menu of acts of a case or pin, where the desk's picture says it is open. Render it always; it shows itself. */
export function ActMenu() {
  const menu = usePicture((picture) => picture.menu);
  return menu ? <OpenActMenu key={menu.case} caseId={menu.case} at={menu.at} /> : null;
}

function OpenActMenu({ caseId, at }: { caseId: string; at: { x: number; y: number } }) {
  const say = useSay();
  const { engine, verbs, clock } = useDesk();
  const row = usePicture((picture) => picture.rows?.get(caseId) ?? null);
  // Taken in hand one case may bring others: what was picked with it, the other victims.
  const going = usePicture(({ rows, marked }) => {
    const taken = marked.has(caseId) ? [caseId, ...marked] : [caseId];
    return (rows && takeInHand(rows, taken)?.ticked.length) ?? 1;
  });
  const [detail, setDetail] = useState<CaseDetail | null>(null);
  const [candidates, setCandidates] = useState<readonly Candidate[]>([]);
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    let stale = false;
    void engine.call('case.get', { case: caseId }).then((reply) => {
      if (stale) return;
      if (reply.ok) setDetail(reply.value);
      else setWords(say.ref(reply.failure.message));
    });
    void engine.call('candidates.get', { cases: [caseId] }).then((reply) => {
      if (!stale && reply.ok) setCandidates(reply.value);
    });
    return () => {
      stale = true;
    };
  }, [engine, caseId, say]);

  const close = () => verbs.openMenu(null);
  const assignable = detail?.allowed.find((one) => one.act === 'assign' && one.verdict !== 'no');
  return (
    <PointMenu at={at} label={say('assign.menu.label', { number: row?.number ?? '' })} onClose={close}>
      <MenuHead>{row?.number}</MenuHead>
      {detail === null ? <MenuHead>{words ?? say('assign.menu.loading')}</MenuHead> : null}
      {assignable
        ? candidates
            .filter((one) => one.refused === null && one.declinedAt === undefined && one.branch !== row?.lead)
            .slice(0, NAMED_BRANCHES)
            .map((one) => (
              <MenuItem
                key={one.branch}
                shortcut={one.km === null ? undefined : formatKm(one.km)}
                note={branchCautions(one, say, clock.now()).join(' · ') || undefined}
                onPick={() => {
                  close();
                  verbs.carry([caseId], 'menu');
                  verbs.aim(one.branch);
                  verbs.drop(one.branch);
                }}
              >
                {assignWords(going, one.branch, say)}
              </MenuItem>
            ))
        : null}
      {assignable ? (
        <MenuItem
          shortcut="A"
          onPick={() => {
            close();
            verbs.carry([caseId], 'menu');
            verbs.show('assign');
          }}
        >
          {going > 1 ? say('assign.menu.other.many', { n: going }) : say('assign.menu.other')}
        </MenuItem>
      ) : null}
      {detail && assignable ? <MenuLine /> : null}
      {detail?.allowed
        .filter((one) => !NOT_HERE.includes(one.act) && !(one.act === 'set-assist' && one.verdict === 'no'))
        .toSorted((a, b) => Number(a.verdict === 'no') - Number(b.verdict === 'no'))
        .map((one) => (
          <MenuItem
            key={one.act}
            disabled={one.verdict === 'no'}
            note={one.verdict === 'no' && one.why ? say.ref(one.why) : undefined}
            onPick={() => verbs.ask({ case: caseId, act: one.act as ActKind })}
          >
            {actName(one.act, detail, say)}
          </MenuItem>
        ))}
    </PointMenu>
  );
}

function assignWords(n: number, code: string, say: Say): string {
  const town = branchByCode(code)?.short ?? '';
  return n > 1 ? say('assign.menu.to.many', { n, code, town }) : say('assign.menu.to', { code, town });
}
