import { useState } from 'react';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import './stale-banner.css';

/** What the console did by itself that its people should know, until somebody has read it. */
export function NoticeBanner() {
  const say = useSay();
  const notice = usePicture((picture) => picture.link?.notice ?? null);
  const [read, setRead] = useState<string | null>(null);
  const words = notice === null ? '' : say.ref(notice);
  if (words === '' || words === read) return null;
  return (
    <div className="stale-banner" role="status">
      <span>{words}</span>
      <Button onClick={() => setRead(words)}>{say('notice.read')}</Button>
    </div>
  );
}
