import { LatePopup } from './late-popup';
import type { DialogProps } from './dialog-props';

export type { DialogProps } from './dialog-props';

export function Dialog(props: DialogProps) {
  return (
    <LatePopup kind="dialog" trigger={props.trigger} open={props.open}>
      {(parts, trigger) => <parts.DialogPanel {...props} trigger={trigger} />}
    </LatePopup>
  );
}
