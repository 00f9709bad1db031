import { LatePopup } from './late-popup';
import type { SheetProps } from './sheet-props';

export type { SheetProps } from './sheet-props';

export function Sheet(props: SheetProps) {
  return (
    <LatePopup kind="dialog" trigger={props.trigger} open={props.open}>
      {(parts, trigger) => <parts.SheetPanel {...props} trigger={trigger} />}
    </LatePopup>
  );
}
