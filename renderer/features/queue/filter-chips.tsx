import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useCallback, useState } from 'react';
import { facetWords } from '#renderer/app/board/facets.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import {
  type ColumnWords,
  type FacetPicks,
  QUEUE_COLUMNS,
  QUEUE_FACETS,
  type QueueFacet,
} from '#shared/contract/view/arrangement.ts';
import { FacetMenu } from './facet-menu.tsx';

const NO_PICKS: FacetPicks = {};
const NO_WORDS: ColumnWords = {};
/** Values a chip names; more are counted. */
const NAMED = 2;

/** What single columns narrow queue and map to, a chip each: a press opens its values, Delete or the cross drops it. */
export function FilterChips() {
  const say = useSay();
  const { verbs } = useDesk();
  const picks = usePicture(({ filter }) => filter.picks) ?? NO_PICKS;
  const asked = usePicture(({ filter }) => filter.columns) ?? NO_WORDS;
  const [open, setOpen] = useState<{ facet: QueueFacet; anchor: HTMLElement } | null>(null);
  const close = useCallback(() => setOpen(null), []);
  // The chip whose values are open stays, so that the last of them may be let go for another.
  const facets = QUEUE_FACETS.filter((facet) => facet === open?.facet || (picks[facet]?.length ?? 0) > 0);
  const columns = QUEUE_COLUMNS.filter((column) => (asked[column] ?? '').trim() !== '');
  if (facets.length + columns.length === 0) return null;
  const named = (facet: QueueFacet) => say(`filter.facet.${facet}`);
  return (
    <ul className="filter-chips" aria-label={say('filter.chips')}>
      {facets.map((facet) => {
        const said = (picks[facet] ?? []).map((value) => facetWords(facet, value, say.lang));
        const more = said.length > NAMED ? ` +${said.length - NAMED}` : '';
        const values = said.length === 0 ? say('filter.any') : `${said.slice(0, NAMED).join(', ')}${more}`;
        return (
          <Chip key={facet} name={named(facet)} onDrop={() => verbs.setFilter({ picks: { ...picks, [facet]: [] } })}>
            <button
              type="button"
              className="chip-words"
              aria-haspopup="dialog"
              aria-expanded={open?.facet === facet}
              title={said.join(', ')}
              onClick={({ currentTarget }) =>
                setOpen((before) => (before?.facet === facet ? null : { facet, anchor: currentTarget }))
              }
            >
              {say('filter.chip', { name: named(facet), values })}
            </button>
          </Chip>
        );
      })}
      {columns.map((column) => {
        const name = say(`queue.column.${column}`);
        return (
          <Chip key={column} name={name} onDrop={() => verbs.setFilter({ columns: { ...asked, [column]: '' } })}>
            <span className="chip-words">{say('filter.chip', { name, values: `“${asked[column]}”` })}</span>
          </Chip>
        );
      })}
      {open === null ? null : (
        <FacetMenu
          facets={[open.facet]}
          label={say('arrange.filter', { column: named(open.facet) })}
          anchor={open.anchor}
          onClose={close}
        />
      )}
    </ul>
  );
}

function Chip({ name, onDrop, children }: { name: string; onDrop(): void; children: ReactNode }) {
  const say = useSay();
  const drop = (chip: Element | null) => {
    // The focus goes on to the next chip, so that several can be dropped one after the other.
    const next = chip?.nextElementSibling ?? chip?.previousElementSibling;
    const button = next?.querySelector('button') ?? document.querySelector<HTMLElement>('[data-desk-filter]');
    onDrop();
    button?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    drop(event.currentTarget);
  };
  return (
    <li className="filter-chip" onKeyDown={onKeyDown}>
      {children}
      <IconButton
        icon={X}
        size={14}
        label={say('filter.drop', { name })}
        onClick={(event) => drop(event.currentTarget.closest('li'))}
      />
    </li>
  );
}
