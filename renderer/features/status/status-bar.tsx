import { CircleCheck, CircleDashed, CircleSlash, LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { linkWord } from '#renderer/app/staleness.ts';
import { useNow } from '#renderer/app/use-now.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import { formatTimeSeconds } from '#shared/text/format.ts';
import { StatusHeld } from './status-held.tsx';
import { StatusKeys } from './status-keys.tsx';
import './status-bar.css';

const LOOK_EVERY_MS = 10_000;
const ICONS = {
  live: CircleCheck,
  connecting: CircleDashed,
  offline: CircleSlash,
  refused: CircleSlash,
  silent: CircleSlash,
  unsigned: CircleSlash,
} as const;

/** The foot of the desk: the truth about link, unsent work, conflicts and `sound`; then keys and credits. */
export function StatusBar({ sound }: { sound: ReactNode }) {
  const say = useSay();
  const { verbs } = useDesk();
  const link = usePicture((picture) => picture.link);
  const conflicts = usePicture((picture) => picture.board?.tabs.conflict ?? 0);
  const embedded = usePicture((picture) => picture.session.embedded);
  const guarded = usePicture((picture) => picture.session.storeProtected);
  const signedIn = usePicture((picture) => picture.session.user !== null);
  const word = linkWord(link, useNow(LOOK_EVERY_MS), signedIn);
  const Icon = ICONS[word];
  return (
    <footer className="status">
      <span className="status-item">
        <Icon size={14} strokeWidth={1.75} aria-hidden />
        <span role="status">{say(`status.central.${word}`)}</span>
        {embedded ? <span className="status-quiet status-embedded">{say('status.embedded')}</span> : null}
      </span>
      {link?.filling ? (
        <span className="status-item">{say('status.filling', { done: link.filling.done, of: link.filling.of })}</span>
      ) : (
        <span className="status-item">
          {link?.syncedAt
            ? say('status.synced', { time: formatTimeSeconds(link.syncedAt) })
            : say('status.synced.never')}
        </span>
      )}
      <button
        type="button"
        className="status-item status-button"
        title={say('status.outbox')}
        onClick={() => verbs.show('outbox')}
      >
        {say('status.waiting')} <b data-testid="waiting">{link?.waiting ?? 0}</b>
        {link && link.rejected > 0 ? (
          <>
            {' · '}
            {say('status.rejected')} <b>{link.rejected}</b>
          </>
        ) : null}
        {link && link.held > 0 ? (
          <>
            {' · '}
            {say('status.held')} <b>{link.held}</b>
          </>
        ) : null}
      </button>
      <StatusHeld />
      <button
        type="button"
        className="status-item status-button"
        onClick={() => verbs.setFilter({ tab: 'conflict', words: '', span: null })}
      >
        {say('status.conflicts')} <b>{conflicts}</b>
      </button>
      <button type="button" className="status-item status-button" onClick={() => verbs.show('alarms')}>
        {say('alarm.title')}
      </button>
      {sound}
      {guarded ? null : (
        <span className="status-item status-lock" title={say('status.unprotected')}>
          <LockOpen size={14} strokeWidth={1.75} aria-hidden />
          <span>{say('status.unprotected')}</span>
        </span>
      )}
      <span className="status-space" />
      <StatusKeys />
      <span className="status-quiet status-credits">{say('status.credits')}</span>
    </footer>
  );
}
