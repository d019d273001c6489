import type { MouseEventHandler, ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './IconButton.css';

interface Props {
  readonly icon: IconName;
  /** What it does: its name for everybody. */
  readonly label: string;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly onClick: MouseEventHandler<HTMLButtonElement>;
}

/** A button with a drawing for a face and a name for all who do not see it. */
export function IconButton({ icon, label, className = '', disabled = false, onClick }: Props): ReactNode {
  return (
    <button
      type="button"
      className={`icon-button ${className}`}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
