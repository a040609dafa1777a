import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import './button.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon;
  /** What it does, in words: read aloud and shown on hover. */
  label: string;
  size?: 14 | 16;
}

/** A button with an icon alone. */
export function IconButton({ icon: Icon, label, size = 16, className = '', ...rest }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} {...rest} className={`icon-btn ${className}`}>
      <Icon size={size} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
