import { useEffect, useRef, useState } from 'react';
import type { Carried } from '#renderer/app/desk-context.ts';
import { WhatIfWords } from '#renderer/app/forecast/what-if-words.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { TextArea } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Failure } from '#shared/contract/ipc.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { assignAsk } from './assign-facts.ts';
import { BranchRow } from './branch-row.tsx';
import { CaseTicks } from './case-ticks.tsx';
import { DutyHint } from './duty-hint.tsx';

interface AssignConfirmProps {
  rows: readonly QueueRow[];
  carried: Carried;
  branch: string;
  candidate: Candidate | null;
  failure: Failure | null;
  onCommit(cases: readonly string[], reason: string): void;
  onBack(): void;
}

/** What will go where, and why where that must be said. Enter commits. */
export function AssignConfirm({ rows, carried, branch, candidate, failure, onCommit, onBack }: AssignConfirmProps) {
  const say = useSay();
  const [reason, setReason] = useState(carried.again?.reason ?? '');
  const [error, setError] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const office = branchByCode(branch);
  const going = rows.filter((row) => carried.ticked.includes(row.case) && row.lead !== branch);
  const ask = assignAsk(going, branch, candidate);
  const refused = candidate?.refused ?? null;
  const wantsReason = ask.reason !== 'none' || failure?.field?.endsWith('reason') === true;

  const reasonField = () => form.current?.querySelector('textarea') ?? null;
  const submit = () => {
    if (going.length === 0) return setError(say('assign.none-ticked'));
    if (ask.reason === 'must' && reason.trim() === '') {
      reasonField()?.focus();
      return setError(say('assign.reason.needed'));
    }
    setError(null);
    onCommit(
      going.map((row) => row.case),
      reason.trim(),
    );
  };

  // The step before had the focus; here Enter must commit.
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);

  const words = error ?? (failure ? say.ref(failure.message) : null);
  const hint =
    ask.suggested === null
      ? ask.reason === 'must'
        ? say('assign.reason.needed')
        : undefined
      : going.length > 1 && ask.of !== null
        ? say('assign.reason.override.of', { number: ask.of, code: ask.suggested })
        : say('assign.reason.override', { code: ask.suggested });
  return (
    <form
      ref={form}
      className="assign-confirm"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        // Whoever unticks a case and types on means the reason.
        if (!(event.target instanceof HTMLInputElement) || event.ctrlKey || event.altKey || event.metaKey) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          if (refused === null) submit();
        } else if (event.key.length === 1 && event.key !== ' ') reasonField()?.focus();
      }}
    >
      <div className="assign-target">
        {office ? (
          <BranchRow choice={{ branch: office, candidate }} lead={null} />
        ) : (
          <span className="code">{branch}</span>
        )}
        <Button look="quiet" onClick={onBack}>
          {say('assign.change')}
        </Button>
      </div>
      {rows.length > 1 || rows.some((row) => row.lead !== null) ? (
        <CaseTicks rows={rows} ticked={carried.ticked} branch={branch} />
      ) : null}
      <WhatIfWords cases={going.map((row) => row.case)} supposed={{ kind: 'assign', branch }} />
      <DutyHint code={branch} duty={candidate?.duty} />
      {wantsReason ? (
        <TextArea
          label={say('assign.reason')}
          hint={hint}
          error={words ?? undefined}
          rows={2}
          value={reason}
          data-autofocus={ask.reason === 'must' ? true : undefined}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setError(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            submit();
          }}
        />
      ) : null}
      {words !== null && !wantsReason ? (
        <p className="field-error" role="alert">
          {words}
        </p>
      ) : null}
      <p className="assign-foot">
        <Button
          type="submit"
          look="primary"
          shortcut="Enter"
          disabled={refused !== null || going.length === 0}
          data-autofocus={ask.reason === 'must' ? undefined : true}
        >
          {going.length > 1
            ? say('assign.do.many', { n: going.length, code: branch })
            : say('assign.do.one', { code: branch })}
        </Button>
      </p>
    </form>
  );
}
