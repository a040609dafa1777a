import { Modal } from '@mantine/core';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import './dialog.css';
import { useSay } from './use-say.ts';

export interface DialogProps {
  title: ReactNode;
  onClose(): void;
  children: ReactNode;
  /** Buttons at the foot, the one to press last. */
  foot?: ReactNode;
  /** Width in px; 560 when left out. */
  width?: number;
  /** As high as the window, whatever is in it: for panels whose parts change. */
  tall?: boolean;
}

/**
 * A dialog over the desk: the focus stays in it (put `data-autofocus` on the control to start at) and goes back on
 * closing; Esc and a click outside close it. Render it only while it is open.
 */
export function Dialog({ title, onClose, children, foot, width = 560, tall = false }: DialogProps) {
  const say = useSay();
  return (
    <Modal.Root opened onClose={onClose} unstyled transitionProps={{ duration: 0 }} classNames={DIALOG_PARTS}>
      <Modal.Overlay unstyled />
      <Modal.Content __vars={{ '--dialog-width': `${width}px` }} data-tall={tall || undefined}>
        <div className="dialog-head">
          <Modal.Title>{title}</Modal.Title>
          <IconButton icon={X} label={say('desk.close')} onClick={onClose} />
        </div>
        <Modal.Body>{children}</Modal.Body>
        {foot ? <div className="dialog-foot">{foot}</div> : null}
      </Modal.Content>
    </Modal.Root>
  );
}

const DIALOG_PARTS = {
  overlay: 'dialog-overlay',
  inner: 'dialog-inner',
  content: 'dialog',
  title: 'dialog-title',
  body: 'dialog-body',
};
