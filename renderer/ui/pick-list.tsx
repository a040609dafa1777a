import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { FieldFrame } from './field.tsx';
import { optionInHand } from './option-in-hand.ts';
import { putInSight } from './put-in-sight.ts';
import { useEarlyKeys } from './use-early-keys.ts';
import './pick-list.css';

export interface PickOption {
  value: string;
  /** What the row shows; give it words a screen reader can read. */
  node: ReactNode;
  /** Refused: stays in the list, is not picked. */
  disabled?: boolean;
}

export interface PickListProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  bareLabel?: boolean;
  placeholder?: string;
  query: string;
  onQuery(query: string): void;
  /** Already filtered and ranked by the caller. */
  options: readonly PickOption[];
  onPick(value: string): void;
  /** Words when no option fits; null while nothing was asked. */
  nothing: ReactNode;
  autoFocus?: boolean;
  /** `inline` keeps the list open beneath the field (dialogs); `drop` opens it while typing (forms). */
  list?: 'inline' | 'drop';
  onKeyDown?(event: KeyboardEvent<HTMLInputElement>): void;
  /** So many options, from the first, are taken in hand by a lone digit in the empty field; 0 while they are still to come. */
  digits?: number;
  /** Told which option is in hand, to be picked by Enter; null while there is none. */
  onHold?(value: string | null): void;
}

/** Type-ahead over options: arrows move, Enter picks, the first option that may be picked is in hand from the start. */
export function PickList(props: PickListProps) {
  const { query, options, onPick, nothing, list = 'drop', digits } = props;
  const inline = list === 'inline';
  const [typing, setTyping] = useState(false);
  const [held, setHeld] = useState<string | null>(null);
  /** By digit, also before its option is there. */
  const [nth, setNth] = useState<number | null>(null);
  const listId = useId();
  const labelId = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const open = inline || (typing && query.trim() !== '');
  const fitting = options.filter((option) => option.disabled !== true);
  const inHand = optionInHand(options, { value: held, nth }, digits ?? 0);
  const optionId = (value: string) => `${listId}-${value}`;

  useLayoutEffect(() => {
    if (inline || !open || !box.current || !input.current) return;
    const field = input.current.getBoundingClientRect();
    box.current.style.width = `${field.width}px`;
    putInSight(box.current, { x: field.left, y: field.bottom + 2 });
  });
  useEffect(() => {
    if (open && inHand) document.getElementById(`${listId}-${inHand.value}`)?.scrollIntoView({ block: 'nearest' });
  }, [open, inHand, listId]);

  const typed = useRef(query);
  typed.current = query;
  const onQuery = (next: string) => {
    const lone = digits !== undefined && query === '' && /^[1-9]$/.test(next);
    setNth(lone ? Number(next) : null);
    if (lone) typed.current = '';
    else props.onQuery(next);
  };
  // Several letters may come before the first is drawn.
  useEarlyKeys(props.autoFocus === true, (letter) => {
    typed.current += letter;
    onQuery(typed.current);
  });

  const { onHold } = props;
  const holding = open ? (inHand?.value ?? null) : null;
  useEffect(() => onHold?.(holding), [onHold, holding]);

  const pick = (value: string) => {
    setTyping(false);
    setHeld(null);
    onPick(value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    props.onKeyDown?.(event);
    if (event.defaultPrevented) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setTyping(true);
      const at = fitting.findIndex((option) => option.value === inHand?.value);
      const next = at < 0 && by < 0 ? -1 : at + by;
      if (open) setHeld(fitting.at(next % fitting.length)?.value ?? null);
    } else if (event.key === 'Enter' && open && inHand && !event.ctrlKey) {
      event.preventDefault();
      pick(inHand.value);
    } else if (event.key === 'Escape' && open && !inline) {
      // The list closes; the form around it stays.
      event.preventDefault();
      event.stopPropagation();
      setTyping(false);
    }
  };

  return (
    <div className="pick">
      <FieldFrame
        label={<span id={labelId}>{props.label}</span>}
        hint={props.hint}
        error={props.error}
        bareLabel={props.bareLabel ?? false}
      >
        {(ids) => (
          <input
            {...ids}
            ref={input}
            type="text"
            role="combobox"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && inHand ? optionId(inHand.value) : undefined}
            autoComplete="off"
            className="control"
            value={query}
            placeholder={props.placeholder}
            data-autofocus={props.autoFocus ? true : undefined}
            data-mantine-stop-propagation={open && !inline ? true : undefined}
            onChange={(event) => {
              setTyping(true);
              setHeld(null);
              onQuery(event.currentTarget.value);
            }}
            onBlur={() => setTyping(false)}
            onKeyDown={onKeyDown}
          />
        )}
      </FieldFrame>
      {open ? (
        <div ref={box} className={inline ? 'pick-inline' : 'pick-drop'}>
          {options.length === 0 && nothing === null ? null : options.length === 0 ? (
            <p className="pick-nothing" role="status">
              {nothing}
            </p>
          ) : (
            <div id={listId} role="listbox" aria-labelledby={labelId} tabIndex={-1}>
              {options.map((option) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys and names the option in hand
                <div
                  key={option.value}
                  id={optionId(option.value)}
                  role="option"
                  tabIndex={-1}
                  className="pick-option"
                  aria-selected={option.value === inHand?.value}
                  aria-disabled={option.disabled ?? false}
                  // The field keeps the focus, so that typing goes on.
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => {
                    if (!option.disabled) pick(option.value);
                  }}
                >
                  {option.node}
                </div>
              ))}
            </div>
          )}
        </div>
      ) : null}
    </div>
  );
}
