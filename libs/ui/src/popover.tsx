import type { ReactElement, ReactNode } from 'react';
import { LatePopup } from './late-popup';

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

/** A small panel beside its button: filters, a list, a form of two fields. */
export function Popover(props: PopoverProps) {
  return (
    <LatePopup kind="dialog" trigger={props.trigger} open={props.open}>
      {(parts, trigger) => <parts.PopoverPanel {...props} trigger={trigger ?? props.trigger} />}
    </LatePopup>
  );
}
