import { Modal } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { WhatIfWords } from '#renderer/app/forecast/what-if-words.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useEarlyKeys } from '#renderer/ui/use-early-keys.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Choice } from './choice.ts';
import { ChoiceRow } from './choice-row.tsx';
import { namedWords } from './named-words.ts';
import { supposedOf } from './supposed-of.ts';
import { useChoices } from './use-choices.ts';
import '#renderer/ui/dialog.css';
import './palette.css';

const PARTS = { overlay: 'dialog-overlay', inner: 'dialog-inner palette-inner', content: 'dialog palette' };

/** One line to type in, what it could do under it; arrows choose, Enter does, Esc closes. */
export function PaletteBox() {
  const say = useSay();
  const { verbs } = useDesk();
  const [text, setText] = useState('');
  const [held, setHeld] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const busy = useRef(false);
  const listId = useId();
  const { reading, named, choices } = useChoices(text);
  const fitting = choices.filter(({ refused }) => refused === null);
  const inHand = fitting.find(({ id }) => id === held) ?? fitting[0];
  const optionId = (choice: Choice) => `${listId}-${choices.indexOf(choice)}`;
  const handId = inHand && optionId(inHand);
  useEffect(() => {
    if (handId) document.getElementById(handId)?.scrollIntoView({ block: 'nearest' });
  }, [handId]);

  const write = (next: string) => {
    setText(next);
    setHeld(null);
    setFailure(null);
  };
  useEarlyKeys(true, (letter) => setText((before) => before + letter));
  const run = async ({ deed }: Choice) => {
    if (deed.kind === 'fill') return write(deed.text);
    if (deed.kind === 'ask') {
      if (!deed.stays) verbs.show('none');
      return deed.ask();
    }
    if (busy.current) return;
    busy.current = true;
    const reply = await verbs.commit(deed.act, 'command');
    busy.current = false;
    if (reply.ok) verbs.show('none');
    else setFailure(say.ref(reply.failure.message));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && fitting.length > 0) {
      event.preventDefault();
      const at = fitting.findIndex(({ id }) => id === inHand?.id);
      setHeld(fitting.at((at + by) % fitting.length)?.id ?? null);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (inHand) void run(inHand);
    } else if (event.key === 'Tab' && inHand?.deed.kind === 'fill') {
      event.preventDefault();
      write(inHand.deed.text);
    }
  };
  const words = namedWords(reading, named, say);
  const supposition = inHand ? suppositionOf(inHand) : null;
  return (
    <Modal.Root opened onClose={() => verbs.show('none')} unstyled transitionProps={{ duration: 0 }} classNames={PARTS}>
      <Modal.Overlay unstyled />
      <Modal.Content aria-label={say('palette.label')} __vars={{ '--dialog-width': '640px' }}>
        <div className="palette-line">
          <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
          <input
            type="text"
            role="combobox"
            aria-label={say('palette.label')}
            aria-expanded={choices.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={handId}
            autoComplete="off"
            spellCheck={false}
            placeholder={say('palette.hint')}
            data-autofocus
            value={text}
            onChange={(event) => write(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        {words === null ? null : (
          <p className="palette-named" role="status">
            {words}
          </p>
        )}
        {failure === null ? null : (
          <p className="palette-named field-error" role="alert">
            {failure}
          </p>
        )}
        <div className="palette-list" id={listId} role="listbox" aria-label={say('palette.choices')} tabIndex={-1}>
          {choices.map((choice) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the line has the keys and names the choice in hand
            <div
              key={choice.id}
              id={optionId(choice)}
              role="option"
              tabIndex={-1}
              className="pick-option palette-option"
              aria-selected={choice === inHand}
              aria-disabled={choice.refused !== null}
              // The line keeps the focus, so that typing goes on.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => {
                if (choice.refused === null) void run(choice);
              }}
            >
              <ChoiceRow choice={choice} />
            </div>
          ))}
        </div>
        {choices.length === 0 && named.cases.length > 0 ? (
          <p className="palette-named" role="status">
            {say('palette.nothing')}
          </p>
        ) : null}
        {supposition === null ? null : (
          <div className="palette-what-if">
            <WhatIfWords {...supposition} />
          </div>
        )}
        <p className="palette-foot">
          <span>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {say('palette.choose')}
          </span>
          <span>
            <Kbd>Enter</Kbd> {inHand?.verb ?? say('palette.do')}
          </span>
          <span>
            <Kbd>Esc</Kbd> {say('palette.close')}
          </span>
        </p>
      </Modal.Content>
    </Modal.Root>
  );
}

function suppositionOf({ deed }: Choice) {
  const act = deed.kind === 'commit' ? deed.act : deed.kind === 'fill' ? deed.supposes : undefined;
  return act === undefined ? null : supposedOf(act);
}
