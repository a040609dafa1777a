import { ShieldX } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { SessionView } from '#shared/contract/view/desk.ts';
import './lock-screen.css';

interface WithdrawnNoticeProps {
  withdrawn: NonNullable<SessionView['withdrawn']>;
  /** Tells a demo from real operations. */
  mark: ReactNode;
}

/** Instead of the desk once an admin withdrew this console: that it is so, and what became of its store. */
export function WithdrawnNotice({ withdrawn, mark }: WithdrawnNoticeProps) {
  const say = useSay();
  const waiting = usePicture((picture) => picture.link?.waiting ?? 0);
  const { wiped, files } = withdrawn;
  return (
    <main className="lock" role="alert">
      <div className="lock-card">
        <h1>
          <ShieldX size={18} strokeWidth={1.75} aria-hidden /> {say('withdrawn.title')} {mark}
        </h1>
        {wiped ? <p>{say('withdrawn.wiped')}</p> : null}
        {!wiped && files.length === 0 ? <p>{say('withdrawn.working')}</p> : null}
        {!wiped && files.length === 0 && waiting > 0 ? <p>{say('withdrawn.waiting', { n: waiting })}</p> : null}
        {files.length > 0 ? (
          <>
            <p>{say('withdrawn.left')}</p>
            <ul className="lock-files">
              {files.map((file) => (
                <li key={file}>
                  <code>{file}</code>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </main>
  );
}
