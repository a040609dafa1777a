import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Segments } from '#renderer/ui/segments.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { PolicyView } from '#shared/contract/view/rules.ts';
import { CalendarPart } from './calendar-part.tsx';
import { NoticesPart } from './notices-part.tsx';
import { PromisesPart } from './promises-part.tsx';
import { RotaPart } from './rota-part.tsx';
import { VersionForm } from './version-form.tsx';
import './rules.css';

const PARTS = ['promises', 'calendar', 'rota', 'notices'] as const;
type Part = (typeof PARTS)[number];

/** Promises, calendars, duties and messages: what the desk works by. Render it always; it shows itself. */
export function RulesPanel() {
  const overlay = usePicture((picture) => picture.overlay);
  return overlay === 'rules' || overlay === 'rota' ? (
    <OpenRules key={overlay} first={overlay === 'rota' ? 'rota' : 'promises'} />
  ) : null;
}

function OpenRules({ first }: { first: Part }) {
  const say = useSay();
  const { verbs } = useDesk();
  const [part, setPart] = useState<Part>(first);
  const [base, setBase] = useState<PolicyView | null>(null);
  const close = () => verbs.show('none');
  if (base !== null) return <VersionForm base={base} onClose={close} onDone={() => setBase(null)} />;
  return (
    <Dialog title={say('rules.title')} width={1280} tall onClose={close}>
      <div className="rules" data-autofocus tabIndex={-1}>
        <Segments<Part>
          label={say('rules.parts')}
          value={part}
          options={PARTS.map((value) => ({ value, node: say(`rules.part.${value}`) }))}
          onPick={setPart}
        />
        {part === 'promises' ? <PromisesPart onNew={setBase} /> : null}
        {part === 'calendar' ? <CalendarPart /> : null}
        {part === 'rota' ? <RotaPart toGap={first === 'rota'} /> : null}
        {part === 'notices' ? <NoticesPart /> : null}
      </div>
    </Dialog>
  );
}
