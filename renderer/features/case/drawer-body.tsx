import { useEffect, useRef, useState } from 'react';
import { Conflicts } from '#renderer/app/conflict/conflicts.tsx';
import { type Again, useDesk } from '#renderer/app/desk-context.ts';
import { LikelyBreach } from '#renderer/app/forecast/likely-breach.tsx';
import { useCaseActs } from '#renderer/app/use-case-acts.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { WhomOfCase } from '#renderer/app/whom/whom-of-case.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { ActKind } from '#shared/contract/acts.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import { ActBar } from './act-bar.tsx';
import { ActForm } from './act-form.tsx';
import { Around } from './around.tsx';
import { ClockList } from './clock-list.tsx';
import { DropPreview } from './drop-preview.tsx';
import { filledFrom, onSameCases } from './filled-from.ts';
import { hasForm } from './form-fields.ts';
import { LeadBranch } from './lead-branch.tsx';
import { NoteField } from './note-field.tsx';
import { OpenNames } from './open-names.tsx';
import { PauseLedger } from './pause-ledger.tsx';
import { People } from './people.tsx';
import { PlaceLine } from './place-line.tsx';
import { Reports } from './reports.tsx';
import { Siblings } from './siblings.tsx';
import { Timeline } from './timeline.tsx';
import type { TimelineForm } from './timeline-form.ts';

/** The parts of an open case, and which form stands open among them. */
export function DrawerBody({ detail }: { detail: CaseDetail }) {
  const say = useSay();
  const { verbs, clock } = useDesk();
  const { commit, commitInWords } = useCaseActs();
  const [open, setOpen] = useState<ActKind | null>(null);
  const [again, setAgain] = useState<Again | null>(null);
  const [wanted, setWanted] = useState(0);
  const user = usePicture(({ session }) => session.user?.id ?? null);
  // Names stand open for whoever gave the reason, not for the next person at this desk.
  const [namedFor, setNamedFor] = useState<{ user: string | null } | null>(null);
  const named = namedFor !== null && namedFor.user === user;
  const [form, setForm] = useState<TimelineForm | null>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const asked = usePicture((picture) => picture.asked);
  const carried = usePicture((picture) => picture.carried);
  const { row } = detail;
  const may = (act: string) => !row.readOnly && detail.allowed.some((one) => one.act === act && one.verdict !== 'no');

  const start = (act: ActKind) => {
    if (act === 'assign') {
      verbs.carry([row.case], 'menu');
      verbs.show('assign');
    } else if (act === 'note') note.current?.focus();
    else if (act === 'resume') void commit({ kind: 'resume', cases: [row.case] }, 'menu');
    else if (act === 'settle') setWanted(wanted + 1);
    else if (act === 'set-assist')
      document.querySelector<HTMLElement>('[data-opens="assist"][aria-expanded="false"]')?.click();
    else if (act === 'join') verbs.show('join');
    else if (act === 'part') void commit({ kind: 'part', incident: detail.ownIncident }, 'menu');
    else {
      setAgain(null);
      setOpen(act === open ? null : act);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new question opens a form
  useEffect(() => {
    if (asked?.case !== row.case) return;
    verbs.ask(null);
    if (asked.act === 'reverse' && asked.of !== undefined) setForm({ kind: 'reverse', act: asked.of });
    else if (asked.again) {
      setAgain(asked.again);
      setOpen(asked.act);
    } else start(asked.act);
  }, [asked]);

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: N reaches the note from anywhere in the drawer */}
      <div
        className="drawer-scroll"
        onKeyDown={(event) => {
          if (event.key !== 'n' || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
          event.preventDefault();
          event.stopPropagation();
          note.current?.focus();
        }}
      >
        <div className="drawer-part drawer-top">
          <PlaceLine
            detail={detail}
            may={may('place')}
            asked={open === 'place'}
            onAsked={(on) => setOpen(on ? 'place' : null)}
            onPlace={(place) => commitInWords({ kind: 'place', incident: row.incident, place }, 'menu')}
          />
          <LeadBranch detail={detail} may={may('assign')} onAssign={() => start('assign')} />
          {row.readOnly ? <p className="drawer-say">{say('drawer.read-only')}</p> : null}
          {row.unsent > 0 ? <p className="drawer-quiet">{say('drawer.unsent', { n: row.unsent })}</p> : null}
          <ActBar detail={detail} open={open} onAct={start} />
          {open !== null && hasForm(open) ? (
            <ActForm
              key={`${open} ${again?.of}`}
              act={open}
              row={row}
              payees={detail.around.payees.map((one) => ({
                value: one.id,
                label:
                  [one.relation && say(`payee.${one.relation}`), named ? one.name : null].filter(Boolean).join(' · ') ||
                  say('around.payees.unnamed'),
              }))}
              {...(again ? { filled: filledFrom(again, say.lang, clock.now()) } : {})}
              onSave={(act, happenedAt) =>
                again
                  ? commit(onSameCases(act, again.act), 'menu', happenedAt ?? again.happenedAt, again.of)
                  : commit(act, 'menu', happenedAt)
              }
              onClose={() => setOpen(null)}
            />
          ) : null}
          <Siblings detail={detail} />
        </div>
        {carried?.incident === row.incident && carried.target !== null ? (
          <DropPreview detail={detail} carried={carried} branch={carried.target} />
        ) : null}
        <Conflicts
          detail={detail}
          asked={wanted}
          at="drawer"
          onLater={() => document.querySelector<HTMLElement>('[data-desk-queue]')?.focus({ preventScroll: true })}
        />
        <People
          people={detail.people}
          opened={named}
          may={may('open-personal')}
          onOpen={() => setOpen('open-personal')}
        />
        <ClockList
          clocks={detail.clocks}
          upcoming={detail.upcoming}
          movable={may('move-policy') ? row.case : null}
          payees={detail.around.payees}
        />
        <PauseLedger pauses={detail.pauses} />
        <LikelyBreach caseId={row.case} />
        <WhomOfCase caseId={row.case} />
        <Around detail={detail} opened={named} />
        <Reports reports={detail.reports} />
        <Timeline detail={detail} form={form} onForm={setForm} />
      </div>
      {may('note') ? (
        <NoteField
          key={user}
          caseId={row.case}
          field={note}
          lead={row.lead}
          onSave={(text) => commitInWords({ kind: 'note', cases: [row.case], text }, 'keys')}
        />
      ) : null}
      {open === 'open-personal' ? (
        <OpenNames
          number={row.number}
          onClose={() => setOpen(null)}
          onOpen={async (reason) => {
            const failed = await commitInWords({ kind: 'open-personal', case: row.case, reason }, 'menu');
            if (failed !== null) return failed;
            setNamedFor({ user });
            setOpen(null);
            return null;
          }}
        />
      ) : null}
    </>
  );
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}
