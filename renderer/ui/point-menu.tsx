import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
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

/** A menu at a point: arrows, Home, End, Enter, Esc; the focus goes back on closing. Render it only while it is open. */
export function PointMenu({ at, label, onClose, children }: PointMenuProps) {
  return (
    <Menu
      opened
      onChange={(opened) => {
        if (!opened) onClose();
      }}
      position="bottom-start"
      offset={2}
      withinPortal
      unstyled
      returnFocus
      loop
      transitionProps={{ duration: 0 }}
      zIndex={150}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className="menu-point"
          aria-label={label}
          style={{ left: at.x, top: at.y }}
        />
      </Menu.Target>
      <Menu.Dropdown className="menu" aria-label={label}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
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

/** One thing to do. A refused one stays in the list with its reason. */
export function MenuItem({ onPick, shortcut, disabled = false, note, children }: MenuItemProps) {
  return (
    <Menu.Item
      className="menu-item"
      onClick={() => {
        if (!disabled) onPick();
      }}
      closeMenuOnClick={!disabled}
      aria-disabled={disabled}
    >
      <span className="menu-row">
        <span className="menu-words">{children}</span>
        {shortcut === undefined ? null : <span className="menu-key">{shortcut}</span>}
        {note === undefined ? null : <small className="menu-note">{note}</small>}
      </span>
    </Menu.Item>
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
  return <Menu.Divider className="menu-line" />;
}
