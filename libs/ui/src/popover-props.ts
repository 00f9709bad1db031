import type { ReactElement, ReactNode } from 'react';

export interface PopoverProps {
  /** Heading of the popover and its accessible name. */
  title: string;
  hideTitle?: boolean;
  trigger: ReactElement<Record<string, unknown>>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: 'top' | 'right' | 'bottom' | 'left';
  align?: 'start' | 'center' | 'end';
  className?: string;
  children: ReactNode;
}
