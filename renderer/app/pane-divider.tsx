import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useSay } from '#renderer/ui/use-say.ts';
import type { TextKey } from '#shared/text/say.ts';
import { useDesk } from './desk-context.ts';
import { allowedWidth, type Pane } from './pane-widths.ts';

const STEP_PX = 16;
const WORDS = { queue: 'arrange.pane.queue', drawer: 'arrange.pane.drawer' } as const satisfies Record<Pane, TextKey>;

const widthOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().width ?? 0;

/** The edge between the map and a pane: drag it, or arrows while it has the focus; Home or two clicks bring it back. */
export function PaneDivider({ pane }: { pane: Pane }) {
  const say = useSay();
  const { verbs } = useDesk();
  const edge = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<{ x: number; width: number } | null>(null);
  const sign = pane === 'queue' ? 1 : -1;
  const own = () => widthOf(pane === 'queue' ? '.desk-panes .queue' : '.desk-panes .drawer');
  const allowed = (wanted: number) => {
    const other = widthOf(pane === 'queue' ? '.desk-panes .drawer' : '.desk-panes .queue');
    return allowedWidth(pane, wanted, window.innerWidth, other);
  };
  const keep = (px: number | null) => verbs.arrange(pane === 'queue' ? { queuePx: px } : { drawerPx: px });
  // While it is dragged only the style changes; what it came to is kept at the end.
  const show = (px: number) => edge.current?.parentElement?.style.setProperty(`--${pane}-px`, `${px}px`);
  const wanted = (event: PointerEvent) => (from ? allowed(from.width + sign * (event.clientX - from.x)) : null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'Home') keep(null);
    else if (by !== undefined) keep(allowed(own() + sign * by * STEP_PX));
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is no line between texts
    <div
      ref={edge}
      className={`pane-divider pane-divider-${pane}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={say(WORDS[pane])}
      aria-valuenow={Math.round(own())}
      aria-valuemin={allowed(0)}
      aria-valuemax={allowed(Number.MAX_SAFE_INTEGER)}
      tabIndex={0}
      data-moving={from ? '' : undefined}
      onKeyDown={onKeyDown}
      onDoubleClick={() => keep(null)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom({ x: event.clientX, width: own() });
      }}
      onPointerMove={(event) => {
        const px = wanted(event);
        if (px !== null) show(px);
      }}
      onPointerUp={(event) => {
        const px = wanted(event);
        setFrom(null);
        if (px !== null && from && event.clientX !== from.x) keep(px);
      }}
      onPointerCancel={() => setFrom(null)}
    />
  );
}
