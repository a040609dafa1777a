import { ChevronLeft } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { useNow } from '#renderer/app/use-now.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import { startOfDayMalaysia } from '#shared/kit/malaysia-time.ts';
import { formatTime } from '#shared/text/format.ts';
import { AHEAD_MS, along, BEHIND_MS, binLength, hourTicks, roomBeside, rulerBins } from './ruler-bins.ts';
import { RulerMark } from './ruler-mark.tsx';
import './day-ruler.css';

const DAY_MS = 86_400_000;
const NO_CASES: readonly Judged[] = [];
/** px that a mark with two digits takes beyond its due time, and the words at the cut. */
const MARK_PX = 30;
const CUT_WORDS_PX = 136;
/** px that two times on the scale need between their middles. */
const LABEL_PX = 44;
const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

/** The day ruler (garis hari): every clock that falls due, two hours back to eleven ahead, with now and the 23:59 cut. */
export function DayRuler() {
  const say = useSay();
  const { verbs } = useDesk();
  const [ref, width] = useWidth<HTMLDivElement>();
  const now = useNow(30_000);
  const board = usePicture((picture) => picture.board);
  const span = usePicture((picture) => picture.filter.span);
  // A dropped case is painted in its row first; what falls due when follows at once.
  const open = useDeferredValue(board?.open ?? NO_CASES);
  const ruler = useMemo(() => rulerBins(open, now, binLength(width || 1_368)), [open, now, width]);
  const cut = startOfDayMalaysia(now) + DAY_MS - 60_000;
  const cutShare = along(cut, now);
  const cutRoom = useMemo(() => {
    const px = (at: number) => along(at, now) * width;
    const marks = ruler.bins.map(({ at }) => ({ from: px(at) - 10, to: px(at) + MARK_PX }));
    return roomBeside(px(cut) - 12, CUT_WORDS_PX, marks);
  }, [ruler, now, width, cut]);
  const older = { from: 0, to: now - BEHIND_MS };
  const pick = (from: number, to: number) =>
    verbs.setFilter({ span: span?.from === from && span.to === to ? null : { from, to }, tab: 'open' });
  return (
    <section className="ruler" aria-label={say('ruler.label')}>
      <h2 className="ruler-label">{say('ruler.label')}</h2>
      {ruler.older > 0 ? (
        <button
          type="button"
          className="ruler-older"
          title={say('ruler.older', { n: ruler.older })}
          aria-label={say('ruler.older', { n: ruler.older })}
          aria-pressed={span?.from === 0}
          onClick={() => verbs.setFilter({ span: span?.from === 0 ? null : older, tab: 'open' })}
        >
          <ChevronLeft size={14} strokeWidth={1.75} aria-hidden />
          {ruler.older}
        </button>
      ) : null}
      <div className="ruler-scale" ref={ref}>
        <span className="ruler-past" style={{ width: percent(along(now, now)) }} />
        {hourTicks(now).map((at) => (
          <span key={at} className="ruler-tick" style={{ left: percent(along(at, now)) }}>
            {Math.abs(along(at, now) - along(now, now)) * width < LABEL_PX ? '' : formatTime(at)}
          </span>
        ))}
        {cutShare > 0 && cutShare < 1 ? (
          <span className="ruler-cut" style={{ left: percent(cutShare) }} title={say('ruler.cut')}>
            {cutRoom === null ? null : <span data-side={cutRoom}>{say('ruler.cut')}</span>}
          </span>
        ) : null}
        {span ? (
          <span
            className="ruler-span"
            style={{
              left: percent(Math.max(0, along(span.from, now))),
              width: percent(Math.max(0, along(span.to, now) - Math.max(0, along(span.from, now)))),
            }}
          />
        ) : null}
        <span className="ruler-now" style={{ left: percent(along(now, now)) }}>
          <b>{formatTime(now)}</b>
        </span>
        {board && ruler.bins.length === 0 && ruler.older === 0 ? (
          <span className="ruler-empty">{say('ruler.empty', { to: formatTime(now + AHEAD_MS) })}</span>
        ) : null}
        {ruler.bins.map((bin) => (
          <RulerMark
            key={bin.at}
            bin={bin}
            late={(bin.at < now && along(bin.at, now) * width > MARK_PX) || (1 - along(bin.at, now)) * width < MARK_PX}
            left={percent(along(bin.at, now))}
            pressed={span?.from === bin.from}
            onPick={() => pick(bin.from, bin.to)}
          />
        ))}
      </div>
    </section>
  );
}
