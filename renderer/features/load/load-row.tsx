import { useRef } from 'react';
import { plainName } from '#renderer/app/duty-name.ts';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { formatDuration } from '#shared/text/format.ts';
import type { BranchLoadLine } from './branch-loads.ts';
import { useDropBranch } from './use-drop-branch.ts';

interface LoadRowProps {
  line: BranchLoadLine;
  /** The fullest office's open cases, at least 1. */
  most: number;
  selected: boolean;
  /** ms since 1970. */
  now: number;
  onPick(): void;
}

/** One office: late, amber, longest wait, open cases, duty. Cases in hand can be dropped on it. */
export function LoadRow({ line, most, selected, now, onPick }: LoadRowProps) {
  const say = useSay();
  const ref = useRef<HTMLTableRowElement>(null);
  const over = useDropBranch(ref, line.branch);
  const { branch, town, late, warned, active, waitingSince, duty } = line;
  const count = (n: number, urgency: 'missed' | 'warned') =>
    n === 0 ? (
      <span className="load-zero">0</span>
    ) : (
      <span className={`load-count load-${urgency}`}>
        <UrgencyGlyph urgency={urgency} size={14} />
        {n}
      </span>
    );
  return (
    // The whole row takes a click; keys press the button in it.
    <tr
      ref={ref}
      className={`load-row ${over ? 'load-over' : ''}`}
      data-branch={branch ?? undefined}
      aria-selected={selected}
      onClick={onPick}
    >
      <th scope="row" className="load-name">
        <button type="button" className="load-pick" aria-pressed={selected} title={town || undefined}>
          <span className="code">{branch ?? say('load.crc')}</span>
          <span className="load-town">{branch === null ? say('load.nobody') : town}</span>
        </button>
      </th>
      <td>{count(late, 'missed')}</td>
      <td>{count(warned, 'warned')}</td>
      <td className="load-n load-active">
        {active}
        <span className="load-bar" aria-hidden>
          <span style={{ width: `${Math.round((active / most) * 100)}%` }} />
        </span>
      </td>
      <td className="load-n">{waitingSince === null ? '–' : formatDuration(say.lang, now - waitingSince)}</td>
      <td className="load-duty" title={duty?.join(', ')}>
        {branch === null ? (
          '–'
        ) : duty === null ? (
          '…'
        ) : duty.length > 0 ? (
          dutyWords(duty)
        ) : (
          <b>{say('load.duty.none')}</b>
        )}
      </td>
    </tr>
  );
}

/** The first by name, and how many more. */
function dutyWords([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? plainName(first) : `${plainName(first)} +${others.length}`;
}
