import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { DemoPeople } from './demo-people.tsx';
import { SignInFields } from './sign-in-fields.tsx';
import { useSignIn } from './use-sign-in.ts';
import './sign-in.css';

const FORM = 'sign-in-form';

/** Name and password; what central answers is said at the field it is about. */
export function SignInForm({ onClose }: { onClose(): void }) {
  const say = useSay();
  const fields = useSignIn(onClose);
  return (
    <Dialog
      title={say('sign-in.title')}
      width={420}
      onClose={onClose}
      foot={
        <Button look="primary" type="submit" form={FORM} disabled={!fields.ready}>
          {say(fields.busy ? 'sign-in.busy' : 'sign-in.do')}
        </Button>
      }
    >
      <form id={FORM} className="sign-in" onSubmit={fields.send}>
        <p>{say('sign-in.why')}</p>
        <SignInFields {...fields} />
      </form>
      <DemoPeople onClose={onClose} />
    </Dialog>
  );
}
