import { TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { SignInFields as Fields } from './use-sign-in.ts';

/** Name and password. */
export function SignInFields({ username, password, setUsername, setPassword, fault }: Fields) {
  const say = useSay();
  return (
    <>
      <TextField
        label={say('sign-in.username')}
        autoComplete="username"
        data-autofocus
        autoFocus
        value={username}
        onChange={(event) => setUsername(event.currentTarget.value)}
      />
      <TextField
        label={say('sign-in.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        {...(fault === null ? {} : { error: fault })}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </>
  );
}
