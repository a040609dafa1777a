import { usePicture } from '#renderer/app/use-picture.ts';
import { SignInForm } from './sign-in-form.tsx';
import { SignOutCard } from './sign-out-card.tsx';
import { useSignInAsked } from './use-sign-in-asked.ts';

/** Signing in and out. Render it always: it shows itself when asked for, and when central wants to know who acts. */
export function SignInPanel() {
  const { open, close } = useSignInAsked();
  const user = usePicture((picture) => picture.session.user);
  if (!open) return null;
  return user ? <SignOutCard user={user} onClose={close} /> : <SignInForm onClose={close} />;
}
