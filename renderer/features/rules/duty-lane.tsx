import { type PointerEvent, useState } from 'react';
import { useSay } from '#renderer/ui/use-say.ts';
import type { DutyView, RotaView } from '#shared/contract/view/rota.ts';
import type { Scope } from '#shared/domain/person-role.ts';
import { momentAt, pieceIn, rowsOf } from './place-in-week.ts';
import { areaInWords, hoursInWords, spanInWords } from './rota-words.ts';

interface Stretch {
  from: number;
  to: number;
}

interface DutyLaneProps {
  lane: RotaView['levels'][number];
  area: Scope;
  strip: Stretch;
  /** Office hours of the day; null when it is off. */
  hours: { open: number; close: number } | null;
  /** ms since 1970 on the strip that holds it, else null. */
  now: number | null;
  held: readonly string[];
  onDuty(duty: DutyView): void;
  onSpan: ((span: Stretch) => void) | null;
}

const SHORTEST_MS = 1_800_000;
/** Narrower than this a bar has no room for the hours. */
const NARROW = 0.17;

const place = ({ left, width }: { left: number; width: number }) => ({
  left: `${left * 100}%`,
  width: `${width * 100}%`,
});

/** One level on one day: who is on duty when, and when nobody is. A drag over it marks a span. */
export function DutyLane({ lane, area, strip, hours, now, held, onDuty, onSpan }: DutyLaneProps) {
  const say = useSay();
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const level = say(`rota.level.${lane.level}`);
  const open = hours === null ? null : pieceIn(strip, { from: hours.open, to: hours.close });
  const rows = rowsOf(lane.duties.filter((duty) => pieceIn(strip, duty) !== null));
  const at = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return momentAt(strip, (event.clientX - box.left) / box.width);
  };
  const marked = drag === null ? null : { from: Math.min(drag.from, drag.to), to: Math.max(drag.from, drag.to) };
  const markedPiece = marked && pieceIn(strip, marked);
  const nowPiece = now === null ? null : pieceIn(strip, { from: now, to: now + 60_000 });
  return (
    <div className="lane">
      <span className="lane-level">{level}</span>
      <div
        className="lane-strip"
        style={{ height: `${rows.length * 28}px` }}
        onPointerDown={(event) => {
          if (onSpan === null || event.button !== 0 || isItem(event.target)) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: at(event), to: at(event) });
        }}
        onPointerMove={(event) => drag && setDrag({ ...drag, to: at(event) })}
        onPointerCancel={() => setDrag(null)}
        onPointerUp={() => {
          setDrag(null);
          if (marked && marked.to - marked.from >= SHORTEST_MS) onSpan?.(marked);
        }}
      >
        {open === null ? null : (
          <span className="lane-office" style={place(open)} aria-hidden>
            {say('rota.office')}
          </span>
        )}
        <span className="lane-midnight" aria-hidden />
        {lane.gaps.map((gap) => {
          const piece = pieceIn(strip, gap);
          if (piece === null) return null;
          const words = say('rota.gap.long', { level, span: spanInWords(say, piece) });
          return (
            <button
              key={gap.from}
              type="button"
              className="rota-item gap"
              style={place(piece)}
              title={words}
              disabled={onSpan === null}
              onClick={() => onSpan?.({ from: piece.from, to: piece.to })}
            >
              <span>
                {piece.width < NARROW / 2 ? '' : say('rota.gap')}{' '}
                {piece.width < NARROW * 1.6 ? '' : hoursInWords(piece)}
              </span>
              <span className="sr-only">{words}</span>
            </button>
          );
        })}
        {rows.map((row, at) =>
          row.map((duty) => {
            const piece = pieceIn(strip, duty);
            if (piece === null) return null;
            const wider =
              duty.area.kind === area.kind ? null : say('rota.from-above', { area: areaInWords(say, duty.area) });
            return (
              <button
                key={duty.id}
                type="button"
                className="rota-item bar"
                data-duty={duty.id}
                data-before={piece.before || undefined}
                data-after={piece.after || undefined}
                data-wider={wider !== null || undefined}
                style={{ ...place(piece), top: `${at * 28}px` }}
                aria-pressed={held.includes(duty.id)}
                title={say('rota.duty.long', { name: duty.name, level, span: spanInWords(say, duty) })}
                onClick={() => onDuty(duty)}
              >
                <b>{duty.name}</b>
                {wider === null ? null : <small>{wider}</small>}
                {piece.width < NARROW ? null : <small>{hoursInWords(piece)}</small>}
                <span className="sr-only">
                  {level}, {spanInWords(say, duty)}
                </span>
              </button>
            );
          }),
        )}
        {markedPiece === null ? null : (
          <span className="lane-mark" style={place(markedPiece)} aria-hidden>
            {hoursInWords(markedPiece)}
          </span>
        )}
        {nowPiece === null ? null : (
          <span className="lane-now" style={{ left: `${nowPiece.left * 100}%` }} aria-hidden />
        )}
      </div>
    </div>
  );
}

function isItem(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.rota-item') !== null;
}
