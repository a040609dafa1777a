import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { ArrangeDialog } from './arrange-dialog.tsx';

/** Opens columns, filters of columns and saved views. */
export function ArrangeButton() {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={SlidersHorizontal} size={14} label={say('arrange.open')} onClick={() => setOpen(true)} />
      {open ? <ArrangeDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
