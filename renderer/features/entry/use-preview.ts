import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import type { Reply } from '#shared/contract/carrier.ts';
import type { ReportPreview } from '#shared/contract/view/desk.ts';
import type { Place } from '#shared/domain/place.ts';

/** Pause in the typing after which the text is read, ms. */
const PAUSE_MS = 150;

/** What the engine understands of the text so far; null while there is none. */
export function usePreview(text: string, place: Place | null): Reply<ReportPreview> | null {
  const { engine } = useDesk();
  const [reply, setReply] = useState<Reply<ReportPreview> | null>(null);
  useEffect(() => {
    if (text.trim() === '' && place === null) {
      setReply(null);
      return;
    }
    let stale = false;
    const timer = setTimeout(() => {
      void engine.call('report.preview', { text, ...(place ? { place } : {}) }).then((next) => {
        if (!stale) setReply(next);
      });
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [engine, text, place]);
  return reply;
}
