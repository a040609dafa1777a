import { Square, SquareCheck } from 'lucide-react';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { URGENCIES } from '#shared/clocks/urgency.ts';
import { type FacetGroup, type FacetLine, linesOf } from './facet-groups.ts';

export interface FacetLinesProps {
  listId: string;
  label: string;
  groups: readonly FacetGroup[];
  /** Id of the line in hand. */
  inHand: string | null;
  onTurn(line: FacetLine): void;
}

/** Values to be picked, any number of them, under the names of their facets where there are several. */
export function FacetLines({ listId, label, groups, inHand, onTurn }: FacetLinesProps) {
  const say = useSay();
  return (
    <div className="facet-list" id={listId} role="listbox" aria-multiselectable aria-label={label} tabIndex={-1}>
      {groups.map((group) => {
        const name = say(`filter.facet.${group.facet}`);
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options within a list of them, not a set of fields
          <div key={group.facet} role="group" aria-label={name}>
            {groups.length > 1 ? (
              <div className="menu-head" aria-hidden>
                {name}
              </div>
            ) : null}
            {linesOf([group]).map((line) => (
              <Line key={line.id} id={`${listId}-${line.id}`} line={line} held={line.id === inHand} onTurn={onTurn} />
            ))}
          </div>
        );
      })}
    </div>
  );
}

interface LineProps {
  id: string;
  line: FacetLine;
  held: boolean;
  onTurn(line: FacetLine): void;
}

function Line({ id, line, held, onTurn }: LineProps) {
  const say = useSay();
  const Box = line.picked ? SquareCheck : Square;
  const urgency = line.facet === 'urgency' ? URGENCIES.find((one) => one === line.value) : undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field over the list has the keys and names the line in hand
    <div
      id={id}
      role="option"
      tabIndex={-1}
      className="pick-option facet-option"
      aria-selected={line.picked}
      data-held={held ? '' : undefined}
      // The field keeps the focus, so that typing goes on.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onTurn(line)}
    >
      <Box size={14} strokeWidth={1.75} aria-hidden />
      {urgency === undefined ? null : <UrgencyGlyph urgency={urgency} size={14} />}
      <span title={line.words}>{line.words}</span>
      <b>
        <span aria-hidden>{line.count}</span>
        <span className="sr-only">{say('filter.count', { n: line.count })}</span>
      </b>
    </div>
  );
}
