import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';

/** True when a person asked to sign in or out, or central asks and nobody has waved it away yet. */
export function useSignInAsked(): { open: boolean; close(): void } {
  const { verbs } = useDesk();
  const asked = usePicture((picture) => picture.overlay === 'sign-in');
  const wanted = usePicture(
    ({ session, link }) => session.user === null && link?.why?.key === 'failure.offline-sign-in',
  );
  const [waved, setWaved] = useState(false);
  const close = () => {
    setWaved(true);
    if (asked) verbs.show('none');
  };
  return { open: asked || (wanted && !waved), close };
}
