import { useEffect, useRef } from 'react';
import type { Candidate } from '#shared/contract/view/desk.ts';

export interface StageKeyHands {
  /** What is carried by keys, menu or command; null during a mouse drag or with empty hands. */
  carried: { candidates: readonly Candidate[]; target: string | null } | null;
  mayDrop(branch: string): boolean;
  aim(branch: string): void;
  drop(branch: string): void;
  letGo(): void;
  maximise(): void;
  home(): void;
  /** Shades the land by the next thing. */
  shade(): void;
  /** Picks all that the frame around this element shows. */
  pickInView(container: Element): void;
}

const WRITING = 'input, textarea, select, [contenteditable="true"], [role="menu"]';
const ABOVE = 'dialog[open], [role="dialog"], [aria-modal="true"]';

/** True when a key belongs to someone else: a text field, a menu or a dialog over the desk. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return true;
  const writes = event.target instanceof Element && event.target.closest(WRITING) !== null;
  return writes || document.querySelector(ABOVE) !== null;
}

/** The stage's keys: Z and 0 for the frames, C for what the land is shaded by, Ctrl+A in one to pick all it shows; while something is carried 1–9 aim, Enter drops, Esc lets go. */
export function useStageKeys(hands: StageKeyHands): void {
  const latest = useRef(hands);
  latest.current = hands;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const frame = event.target instanceof Element ? event.target.closest('.map-canvas') : null;
      if (frame && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
        event.preventDefault();
        latest.current.pickInView(frame);
        return;
      }
      if (isTaken(event)) return;
      if (!act(event, latest.current)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

function isMap(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains('leaflet-container');
}

function act(event: KeyboardEvent, hands: StageKeyHands): boolean {
  const { carried } = hands;
  if (carried) {
    if (event.key === 'Escape') {
      hands.letGo();
      return true;
    }
    if (event.key === 'Enter' && carried.target !== null) {
      if (hands.mayDrop(carried.target)) hands.drop(carried.target);
      return true;
    }
    const chosen = /^[1-9]$/.test(event.key) ? carried.candidates[Number(event.key) - 1] : undefined;
    if (chosen) {
      hands.aim(chosen.branch);
      return true;
    }
  }
  if (event.key.toLowerCase() === 'z') hands.maximise();
  else if (event.key.toLowerCase() === 'c') hands.shade();
  else if (event.key === '0' || (event.key === 'Home' && isMap(event.target))) hands.home();
  else return false;
  return true;
}
