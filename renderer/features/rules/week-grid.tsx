import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import { useNow } from '#renderer/app/use-now.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { DutyView, RotaView } from '#shared/contract/view/rota.ts';
import type { RotaLevel } from '#shared/contract/wire/rule-values.ts';
import { formatDayMonth, formatWeekday } from '#shared/text/format.ts';
import { nameInWords } from './day-words.ts';
import { DutyLane } from './duty-lane.tsx';
import { stripOf } from './place-in-week.ts';
import { areaInWords, spanInWords } from './rota-words.ts';

interface WeekGridProps {
  view: RotaView;
  /** Duties in hand: one, or the two of a swap. */
  held: readonly string[];
  onDuty(duty: DutyView): void;
  /** A span to put somebody on duty for; null where this person may not. */
  onSpan: ((level: RotaLevel, span: { from: number; to: number }) => void) | null;
  onWithdraw(duty: DutyView): void;
  onSwap(duty: DutyView): void;
}

const TICKS = [0, 3, 6, 9, 12, 15, 18, 21, 24];
const MINUTE = 60_000;

/** A week, a strip for each day from opening to opening, so that each night is in one piece; gaps are hatched. */
export function WeekGrid({ view, held, onDuty, onSpan, onWithdraw, onSwap }: WeekGridProps) {
  const say = useSay();
  const now = useNow(MINUTE);
  const grid = useRef<HTMLDivElement>(null);
  const duties = view.levels.flatMap(({ duties }) => duties);
  const onKeyDown = (event: KeyboardEvent) => {
    // Ctrl+T and the like are the system's.
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const item = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.rota-item') : null;
    if (item === null) return;
    const duty = duties.find(({ id }) => id === item.dataset.duty);
    if (duty?.mayEdit && event.key === 'Delete') return onWithdraw(duty);
    if (duty?.mayEdit && event.key.toLowerCase() === 't') {
      event.preventDefault();
      return onSwap(duty);
    }
    const next = nextItem(grid.current, item, event.key);
    if (next === null) return;
    event.preventDefault();
    next.focus();
  };
  const title = say('rota.grid', { area: areaInWords(say, view.area), week: spanInWords(say, view) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a week
    <div ref={grid} className="week" role="group" aria-label={title} onKeyDown={onKeyDown}>
      <div className="week-head" aria-hidden>
        {TICKS.map((hours) => (
          <span key={hours} style={{ left: `${(hours / 24) * 100}%` }}>
            {String((8 + hours) % 24).padStart(2, '0')}
          </span>
        ))}
      </div>
      {view.days.map((day, at) => {
        const strip = stripOf(view, at);
        const today = now >= strip.from && now < strip.to;
        const why = day.off === null ? null : day.off.name === null ? say('rota.rest') : nameInWords(say, day.off.name);
        return (
          <section
            key={day.start}
            className="week-day"
            data-today={today || undefined}
            data-past={strip.to <= now || undefined}
            aria-label={`${formatWeekday(say.lang, day.start)} ${formatDayMonth(say.lang, day.start)}`}
          >
            <h4>
              <b>{formatWeekday(say.lang, day.start)}</b> {formatDayMonth(say.lang, day.start)}
              {why === null ? null : (
                <small>
                  {why}
                  {day.off?.estimated ? `, ${say('rota.estimated')}` : ''}
                </small>
              )}
            </h4>
            <div className="week-lanes">
              {view.levels.map((lane) => (
                <DutyLane
                  key={lane.level}
                  lane={lane}
                  area={view.area}
                  strip={strip}
                  hours={day.hours}
                  now={today ? now : null}
                  held={held}
                  onDuty={onDuty}
                  onSpan={onSpan === null ? null : (span) => onSpan(lane.level, span)}
                />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

/** Left and right by order, up and down to the day above or below. */
function nextItem(grid: HTMLElement | null, from: HTMLElement, key: string): HTMLElement | null {
  const items = [...(grid?.querySelectorAll<HTMLElement>('.rota-item') ?? [])];
  const at = items.indexOf(from);
  if (key === 'ArrowLeft') return items[at - 1] ?? null;
  if (key === 'ArrowRight') return items[at + 1] ?? null;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const day = from.closest('.week-day');
  const others = key === 'ArrowDown' ? items.slice(at + 1) : items.slice(0, at).reverse();
  return others.find((one) => one.closest('.week-day') !== day) ?? null;
}
