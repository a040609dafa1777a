import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { emptinessOf } from './emptiness.ts';

/** What stands where no case does: loading, failed, or why there is none, and the way on. */
export function QueueWords() {
  const say = useSay();
  const { verbs } = useDesk();
  const stored = usePicture((picture) => picture.rows?.size ?? null);
  const failure = usePicture((picture) => picture.rowsFailure);
  const filling = usePicture((picture) => picture.link?.filling ?? null);
  const synced = usePicture((picture) => picture.link?.syncedAt != null);
  const filter = usePicture((picture) => picture.filter);
  if (failure) {
    return (
      <div className="queue-words" role="alert">
        <p>{say('queue.failed', { why: say.ref(failure.message) })}</p>
        <Button onClick={verbs.reopenRows}>{say('queue.failed.retry')}</Button>
      </div>
    );
  }
  if (stored === null || (filling && stored === 0)) {
    const words = filling ? say('queue.filling', { done: filling.done, of: filling.of }) : say('queue.loading');
    return (
      <div className="queue-words" role="status">
        <p>{words}</p>
      </div>
    );
  }
  const why = emptinessOf(filter, stored, synced);
  if (why === 'words') {
    return (
      <div className="queue-words" role="status">
        <p>{say('queue.empty.words', { words: filter.words })}</p>
        <Button onClick={() => verbs.setFilter({ words: '' })}>{say('queue.search.clear')}</Button>
      </div>
    );
  }
  if (why === 'span') {
    return (
      <div className="queue-words" role="status">
        <p>{say('queue.empty.span')}</p>
        <Button onClick={() => verbs.setFilter({ span: null })}>{say('queue.span.clear')}</Button>
      </div>
    );
  }
  if (why === 'columns') {
    return (
      <div className="queue-words" role="status">
        <p>{say('queue.empty.columns')}</p>
        <Button onClick={() => verbs.setFilter({ columns: {}, picks: {} })}>{say('arrange.filter.clear')}</Button>
      </div>
    );
  }
  return (
    <div className="queue-words" role="status">
      <p>{say(`queue.empty.${why}`)}</p>
      {why === 'open' ? <p className="queue-words-note">{say('queue.empty.open.note')}</p> : null}
      {why === 'open' || why === 'offline' ? (
        <Button shortcut="N" onClick={() => verbs.show('quick-entry')}>
          {say('desk.new-report')}
        </Button>
      ) : null}
    </div>
  );
}
