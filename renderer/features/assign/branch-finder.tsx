import { useState } from 'react';
import { WhatIfWords } from '#renderer/app/forecast/what-if-words.tsx';
import { type BranchChoice, rankBranches } from '#renderer/app/rank-branches.ts';
import { useDuty } from '#renderer/app/use-duty.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { PickList } from '#renderer/ui/pick-list.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { branches } from '#shared/geo/branches.ts';
import { BranchRow } from './branch-row.tsx';
import { DutyHint } from './duty-hint.tsx';

/** Digits there are. */
const MOST_DIGITS = 9;

interface BranchFinderProps {
  /** The cases that would go. */
  cases: readonly string[];
  candidates: readonly Candidate[];
  /** Who leads now. */
  lead: string | null;
  /** Leaves this and asks for a branch that helps instead; null where nobody leads yet. */
  onAssist: (() => void) | null;
  /** True where choosing it says all, and nothing more is asked. */
  atOnce(branch: string, candidate: Candidate | null): boolean;
  onChoose(branch: string, candidate: Candidate | null): void;
}

/** Type-ahead over all branches by code or town; candidates first, with what the drop would mean. */
export function BranchFinder({ cases, candidates, lead, onAssist, atOnce, onChoose }: BranchFinderProps) {
  const say = useSay();
  const [query, setQuery] = useState('');
  const [held, setHeld] = useState<string | null>(null);
  const choices = rankBranches(query, candidates, branches);
  const numbered = query === '' ? Math.min(candidates.length, MOST_DIGITS) : 0;
  const everywhere = useDuty(true);
  const dutyAt = ({ branch, candidate }: BranchChoice) =>
    candidate?.duty ?? (everywhere ? (everywhere.get(branch.code) ?? []) : undefined);
  const inHand = choices.find(({ branch }) => branch.code === held);
  return (
    <div className="branch-finder">
      <PickList
        label={say('assign.to')}
        placeholder={say('assign.find')}
        query={query}
        onQuery={setQuery}
        nothing={say('assign.nothing')}
        list="inline"
        autoFocus
        onHold={setHeld}
        digits={numbered}
        options={choices.map((choice, index) => ({
          value: choice.branch.code,
          node: (
            <BranchRow choice={choice} lead={lead} digit={index < numbered ? index + 1 : null} duty={dutyAt(choice)} />
          ),
          disabled: Boolean(choice.candidate?.refused),
        }))}
        onPick={(code) => onChoose(code, choices.find((one) => one.branch.code === code)?.candidate ?? null)}
      />
      {candidates.length === 0 ? (
        <p className="assign-wait" role="status">
          {say('assign.loading')}
        </p>
      ) : null}
      <WhatIfWords cases={cases} supposed={held === null || held === lead ? null : { kind: 'assign', branch: held }} />
      {inHand ? <DutyHint code={inHand.branch.code} duty={dutyAt(inHand)} /> : null}
      <p className="assign-keys">
        <span>
          {numbered > 1 ? (
            <>
              <Kbd>1</Kbd>–<Kbd>{numbered}</Kbd>{' '}
            </>
          ) : null}
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {say('assign.keys.move')}
        </span>
        <span>
          <Kbd>Enter</Kbd>{' '}
          {say(inHand && atOnce(inHand.branch.code, inHand.candidate) ? 'assign.keys.enter' : 'assign.keys.next')}
        </span>
        <span>
          <Kbd>Esc</Kbd> {say('assign.keys.close')}
        </span>
        {onAssist === null ? null : (
          <Button look="quiet" onClick={onAssist}>
            {say('assign.assist')}
          </Button>
        )}
      </p>
    </div>
  );
}
