import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { shortNumber, shortNumberOfVictim } from '#renderer/app/short-number.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Segments } from '#renderer/ui/segments.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { SinceView } from '#shared/contract/view/load.ts';
import { formatMoment } from '#shared/text/format.ts';

const HOUR_MS = 3_600_000;
const SPANS = ['8', '12', '24'] as const;

/** What happened since the last shift: acts by kind, and the latest of them. */
export function SinceShift() {
  const say = useSay();
  const { engine, verbs, clock } = useDesk();
  const rows = usePicture((picture) => picture.rows);
  const [hours, setHours] = useState<(typeof SPANS)[number]>('8');
  const [view, setView] = useState<SinceView | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const numberOf = ({ case: id, number }: SinceView['lines'][number]) => {
    const row = id === null ? undefined : rows?.get(id);
    return row ? shortNumberOfVictim(row, clock.now()) : shortNumber(number ?? '–', clock.now());
  };
  const placeOf = (id: string | null) => {
    const place = id === null ? null : (rows?.get(id)?.place ?? null);
    return place === null ? null : <span className="load-place"> · {place}</span>;
  };
  useEffect(() => {
    let stale = false;
    void engine.call('load.since', { since: clock.now() - Number(hours) * HOUR_MS }).then((reply) => {
      if (stale) return;
      if (reply.ok) setView(reply.value);
      setFailed(reply.ok ? null : say.ref(reply.failure.message));
    });
    return () => {
      stale = true;
    };
  }, [engine, clock, hours, say]);
  return (
    <div className="load-inbox">
      <Segments
        label={say('load.since')}
        value={hours}
        options={SPANS.map((value) => ({ value, node: say('load.since.hours', { n: Number(value) }) }))}
        onPick={(picked) => setHours(picked)}
        look="switch"
      />
      {failed === null ? null : <p role="alert">{failed}</p>}
      {view === null ? (
        <p className="load-none" role="status">
          {say('load.loading')}
        </p>
      ) : (
        <>
          <p className="load-none">{say('load.since.from', { at: formatMoment(say.lang, view.since, clock.now()) })}</p>
          {view.kinds.length === 0 ? <p className="load-none">{say('load.since.none')}</p> : null}
          <ul className="load-kinds">
            {view.kinds.map(({ act, acts }) => (
              <li key={act}>
                <b>{acts}</b> {say.key(`act.${act}`)}
              </li>
            ))}
          </ul>
          {view.more ? <p className="load-none">{say('load.since.more')}</p> : null}
          <ul className="load-cases">
            {view.lines.map((line) => (
              <li key={line.id} className="load-case">
                <time>{formatMoment(say.lang, line.at, clock.now())}</time>
                {line.case === null ? null : (
                  <button
                    type="button"
                    className="load-open"
                    title={line.number ?? undefined}
                    onClick={() => verbs.select(line.case)}
                  >
                    {numberOf(line)}
                  </button>
                )}
                <span className="load-what">
                  {say.ref(line.words)}
                  {placeOf(line.case)}
                  {line.more > 0 ? ` · ${say('load.since.with', { n: line.more })}` : ''}
                </span>
                <small>{line.actor ?? say('load.central')}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
