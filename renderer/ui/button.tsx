import type { ComponentProps } from 'react';
import { Kbd } from './kbd.tsx';
import './button.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** primary: the one thing to do here · plain: outlined · quiet: words only. */
  look?: 'primary' | 'plain' | 'quiet';
  /** The key that does the same, shown beside the words. */
  shortcut?: string | undefined;
}

/** A button with words. */
export function Button({ look = 'plain', shortcut, className = '', children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={`btn btn-${look} ${className}`}>
      {children}
      {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
    </button>
  );
}
