import { ArrowDown, ArrowUp } from 'lucide-react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { FIRST_ARRANGEMENT, QUEUE_COLUMNS, type QueueColumn } from '#shared/contract/view/arrangement.ts';

/** Columns of the wide queue: which, in what order, and what each must say. */
export function ColumnLines() {
  const say = useSay();
  const { verbs } = useDesk();
  const columns = usePicture(({ session }) => (session.arrangement ?? FIRST_ARRANGEMENT).columns);
  const asked = usePicture(({ filter }) => filter.columns) ?? {};
  const rest = QUEUE_COLUMNS.filter((column) => !columns.includes(column));
  const move = (column: QueueColumn, by: 1 | -1) => {
    const at = columns.indexOf(column);
    const other = columns[at + by];
    if (other !== undefined) verbs.arrange({ columns: columns.with(at, other).with(at + by, column) });
  };
  const show = (column: QueueColumn, on: boolean) => {
    const next = on ? [...columns, column] : columns.filter((one) => one !== column);
    if (next.length > 0) verbs.arrange({ columns: next });
  };
  return (
    <section className="arrange-part" aria-label={say('arrange.columns')}>
      <h3>{say('arrange.columns')}</h3>
      <ul className="arrange-list">
        {[...columns, ...rest].map((column) => {
          const words = say(`queue.column.${column}`);
          const at = columns.indexOf(column);
          return (
            <li key={column}>
              <label className="arrange-tick">
                <input
                  type="checkbox"
                  checked={at >= 0}
                  disabled={at >= 0 && columns.length === 1}
                  onChange={(event) => show(column, event.currentTarget.checked)}
                />
                {words}
              </label>
              <input
                type="text"
                className="control"
                maxLength={80}
                aria-label={say('arrange.filter', { column: words })}
                placeholder={say('arrange.filter.hint')}
                value={asked[column] ?? ''}
                onChange={(event) => verbs.setFilter({ columns: { ...asked, [column]: event.currentTarget.value } })}
              />
              <IconButton
                icon={ArrowUp}
                size={14}
                label={say('arrange.earlier', { column: words })}
                disabled={at <= 0}
                onClick={() => move(column, -1)}
              />
              <IconButton
                icon={ArrowDown}
                size={14}
                label={say('arrange.later', { column: words })}
                disabled={at < 0 || at === columns.length - 1}
                onClick={() => move(column, 1)}
              />
            </li>
          );
        })}
      </ul>
      <p className="arrange-note">{say('arrange.columns.note')}</p>
    </section>
  );
}
