import type { EngineContext } from '#engine/engine-context.ts';
import { reasonOf } from '#engine/log.ts';
import type { Change } from '#engine/store/change.ts';
import { loadRowsText } from '#engine/store/folded-rows.ts';
import type { StreamEnd } from '#shared/contract/carrier.ts';
import type { RowsMessage } from '#shared/contract/view/queue-row.ts';

/** First the whole picture at a revision, then every change after it, without a gap; a fresh picture after a reset. */
export function streamRows(context: EngineContext, stream: StreamEnd<RowsMessage>): void {
  let revision: number | null = null;
  let early: { change: Change; from: number; to: number }[] = [];

  const tell = (change: Change, from: number, to: number) => {
    if (revision === null) {
      early.push({ change, from, to });
      return;
    }
    if (to <= revision) return;
    if (change.reset) {
      begin();
      return;
    }
    revision = to;
    stream.emit({ kind: 'change', from, to, upserts: change.upserts, removes: change.removes });
  };
  const begin = () => {
    revision = null;
    early = [];
    if (context.withdrawn()) {
      stream.emit({ kind: 'picture', revision: Number.MAX_SAFE_INTEGER, rows: [] });
      return;
    }
    context.firstPicture.asked();
    context.ledger
      .picture(loadRowsText)
      .then((picture) => {
        if (stream.signal.aborted) return;
        revision = picture.revision;
        stream.emitText(`{"kind":"picture","revision":${revision},"rows":${picture.value}}`);
        context.firstPicture.given();
        for (const { change, from, to } of early.splice(0)) tell(change, from, to);
      })
      .catch((error: unknown) => context.log.error('rows could not be read', { reason: reasonOf(error) }));
  };
  const unsubscribe = context.ledger.subscribe(tell);
  const stopGone = context.onPerson(() => {
    if (context.withdrawn()) begin();
  });
  stream.signal.addEventListener('abort', () => {
    unsubscribe();
    stopGone();
  });
  begin();
}
