import type { CSSProperties, ReactNode } from 'react';
import { PaneDivider } from './pane-divider.tsx';
import { usePicture } from './use-picture.ts';

/** Queue, map and drawer side by side, as wide as who sits here left them. */
export function DeskPanes({ children }: { children: ReactNode }) {
  const queue = usePicture(({ session }) => session.arrangement?.queuePx ?? null);
  const drawer = usePicture(({ session }) => session.arrangement?.drawerPx ?? null);
  const style: Record<string, string> = {};
  if (queue !== null) style['--queue-px'] = `${queue}px`;
  if (drawer !== null) style['--drawer-px'] = `${drawer}px`;
  return (
    <main className="desk-panes" style={style as CSSProperties}>
      {children}
      <PaneDivider pane="queue" />
      <PaneDivider pane="drawer" />
    </main>
  );
}
