import { LatePopup } from './late-popup';
import type { PopoverProps } from './popover-props';

export type { PopoverProps } from './popover-props';

/** A small panel beside its button: filters, a list, a form of two fields. */
export function Popover(props: PopoverProps) {
  return (
    <LatePopup kind="dialog" trigger={props.trigger} open={props.open}>
      {(parts, trigger) => <parts.PopoverPanel {...props} trigger={trigger ?? props.trigger} />}
    </LatePopup>
  );
}
