import {
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { facetOptions, turned } from '#renderer/app/board/filter-picks.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { putInSight } from '#renderer/ui/put-in-sight.ts';
import { useEarlyKeys } from '#renderer/ui/use-early-keys.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { FacetPicks, QueueFacet } from '#shared/contract/view/arrangement.ts';
import { type FacetLine, fittingGroups, heldLine, linesOf } from './facet-groups.ts';
import { FacetLines } from './facet-lines.tsx';
import './facet-menu.css';

const NO_PICKS: FacetPicks = {};

export interface FacetMenuProps {
  facets: readonly QueueFacet[];
  label: string;
  /** What opened it: it stands below, moved so that all of it is in sight, and a press there is no press outside. */
  anchor: HTMLElement;
  onClose(): void;
}

/**
 * The values of some facets with how many cases have each: typing narrows the list, arrows walk it, Enter or a press
 * picks and lets go, Esc closes. Queue and map follow at once. Render it only while it is open.
 */
export function FacetMenu({ facets, label, anchor, onClose }: FacetMenuProps) {
  const say = useSay();
  const { verbs } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [held, setHeld] = useState<string | null>(null);
  const cases = usePicture((picture) => picture.board?.pickable ?? null);
  const picks = usePicture(({ filter }) => filter.picks) ?? NO_PICKS;
  const groups = useMemo(
    () => facets.map((facet) => ({ facet, options: facetOptions(cases ?? [], picks, facet, say.lang) })),
    [facets, cases, picks, say.lang],
  );
  const fitting = fittingGroups(groups, typed);
  const lines = linesOf(fitting);
  const inHand = heldLine(lines, held, typed);
  const handId = inHand && `${listId}-${inHand.id}`;
  const any = facets.some((facet) => (picks[facet]?.length ?? 0) > 0);

  useEffect(() => {
    const before = document.activeElement;
    input.current?.focus();
    return () => {
      const back = before instanceof HTMLElement && before !== document.body ? before : anchor;
      back.focus({ preventScroll: true });
    };
  }, [anchor]);
  useEffect(() => {
    const outside = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target) && !anchor.contains(target)) onClose();
    };
    window.addEventListener('pointerdown', outside, { capture: true });
    return () => window.removeEventListener('pointerdown', outside, { capture: true });
  }, [anchor, onClose]);
  useLayoutEffect(() => {
    const { left, bottom } = anchor.getBoundingClientRect();
    if (box.current) putInSight(box.current, { x: left, y: bottom + 2 });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is another one whenever the words are
  useEffect(() => {
    if (handId) document.getElementById(handId)?.scrollIntoView({ block: 'nearest' });
  }, [handId, typed]);
  useEarlyKeys(true, (letter) => setTyped((before) => before + letter));

  const turn = ({ facet, value, id }: FacetLine) => {
    verbs.setFilter({ picks: turned(picks, facet, value) });
    setHeld(id);
    setTyped('');
  };
  const clear = () => {
    verbs.setFilter({ picks: Object.fromEntries(Object.entries(picks).filter(([one]) => !isOf(facets, one))) });
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  const onInputKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && lines.length > 0) {
      event.preventDefault();
      const next = lines.findIndex(({ id }) => id === inHand?.id) + by;
      setHeld(lines.at(next % lines.length)?.id ?? null);
    } else if (event.key === 'Enter' || (event.key === ' ' && typed === '')) {
      event.preventDefault();
      if (inHand) turn(inHand);
    }
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node) || anchor.contains(relatedTarget)) return;
    if (!box.current?.contains(relatedTarget)) onClose();
  };

  return createPortal(
    <div
      ref={box}
      className="menu facet-menu"
      role="dialog"
      aria-label={label}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      tabIndex={-1}
    >
      <input
        ref={input}
        type="text"
        role="combobox"
        className="facet-find"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={handId}
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setHeld(null);
        }}
        onKeyDown={onInputKey}
      />
      <FacetLines listId={listId} label={label} groups={fitting} inHand={inHand?.id ?? null} onTurn={turn} />
      {lines.length > 0 ? null : (
        <p className="pick-nothing" role="status">
          {say('filter.nothing')}
        </p>
      )}
      <p className="facet-foot">
        <span>
          <Kbd>Enter</Kbd> {say('palette.choose')}
        </span>
        <span>
          <Kbd>Esc</Kbd> {say('palette.close')}
        </span>
        {any ? (
          <Button look="quiet" onClick={clear}>
            {say('filter.clear')}
          </Button>
        ) : null}
      </p>
    </div>,
    document.body,
  );
}

function isOf(facets: readonly QueueFacet[], name: string): boolean {
  return facets.some((facet) => facet === name);
}
