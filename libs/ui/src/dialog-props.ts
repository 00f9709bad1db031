import type { ReactElement, ReactNode, RefObject } from 'react';

export interface DialogProps {
  title: string;
  description?: ReactNode;
  /** The element that opens it; focus comes back to it. Leave out when `open` is controlled from elsewhere. */
  trigger?: ReactElement<Record<string, unknown>>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: 'sm' | 'md' | 'lg';
  footer?: ReactNode;
  /** Where the focus goes on opening; the first control unless said. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Must be answered: no close button, no Escape, no click outside. */
  required?: boolean;
  children?: ReactNode;
}
