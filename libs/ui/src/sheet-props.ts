import type { ReactElement, ReactNode } from 'react';

export interface SheetProps {
  title: string;
  trigger?: ReactElement<Record<string, unknown>>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** `right` is 480 px beside the page; `bottom` comes from below, for phones. */
  side?: 'right' | 'bottom';
  /** Leaves the page behind usable: the thread stays visible and the composer keeps its text. */
  modal?: boolean;
  footer?: ReactNode;
  children: ReactNode;
}
