import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { createPortal } from 'react-dom';
import { putInSight } from './put-in-sight.ts';
import './menu.css';

export interface PointMenuProps {
  /** Where it opens, in px of the window: the pointer, or a corner of what has the focus. */
  at: { x: number; y: number };
  /** What the menu is about, read aloud. */
  label: string;
  onClose(): void;
  /** `MenuItem`, `MenuHead` and `MenuLine` elements. */
  children: ReactNode;
}

const CloseMenu = createContext<() => void>(() => {});

/**
 * A menu at a point: arrows, Home, End, first letters, Enter, Esc; a press outside closes it and the focus goes back.
 * Render it only while it is open.
 */
export function PointMenu({ at, label, onClose, children }: PointMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const before = document.activeElement;
    menu.current?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) close.current();
    };
    window.addEventListener('pointerdown', outside, { capture: true });
    return () => {
      window.removeEventListener('pointerdown', outside, { capture: true });
      // An act that opened a form has moved the focus on already.
      const astray = document.activeElement === document.body || document.activeElement === null;
      if (astray && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  // Items may come while it is open: it is put in sight again whenever it is drawn, and whenever it grows.
  useLayoutEffect(() => {
    const box = menu.current;
    if (!box) return;
    const place = () => putInSight(box, at);
    place();
    const watch = new ResizeObserver(place);
    watch.observe(box);
    return () => watch.disconnect();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
      return;
    }
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const next = nextItem(event.key, items, document.activeElement);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  };

  return createPortal(
    <CloseMenu value={onClose}>
      <div ref={menu} className="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
        {children}
      </div>
    </CloseMenu>,
    document.body,
  );
}

function nextItem(key: string, items: readonly HTMLElement[], from: Element | null): HTMLElement | undefined {
  const at = from instanceof HTMLElement ? items.indexOf(from) : -1;
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1) return undefined;
  const later = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return later.find((item) => item.textContent?.toLowerCase().startsWith(key.toLowerCase()));
}

export interface MenuItemProps {
  onPick(): void;
  /** The key that does the same. */
  shortcut?: ReactNode;
  disabled?: boolean;
  /** Second line: why it is refused, or what it will mean. */
  note?: ReactNode;
  children: ReactNode;
}

/** One thing to do; picking it closes the menu. A refused one stays in the list with its reason. */
export function MenuItem({ onPick, shortcut, disabled = false, note, children }: MenuItemProps) {
  const close = useContext(CloseMenu);
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className="menu-item"
      aria-disabled={disabled}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      onClick={() => {
        if (disabled) return;
        close();
        onPick();
      }}
    >
      <span className="menu-words">{children}</span>
      {shortcut === undefined ? null : <span className="menu-key">{shortcut}</span>}
      {note === undefined ? null : <small className="menu-note">{note}</small>}
    </button>
  );
}

/** A quiet head over a group of items. */
export function MenuHead({ children }: { children: ReactNode }) {
  return (
    <div className="menu-head" role="presentation">
      {children}
    </div>
  );
}

/** A hairline between groups. */
export function MenuLine() {
  return <hr className="menu-line" />;
}
