import { LatePopup } from './late-popup';
import { drawnParts } from './popup-code';
import type { MenuProps, MenuItemProps, MenuRadioGroupProps } from './menu-props';

export type { MenuProps, MenuItemProps, MenuRadioGroupProps } from './menu-props';

/** Actions behind a button. Fill it with `MenuItem`, `MenuRadioGroup`, `MenuSeparator`. */
export function Menu(props: MenuProps) {
  return (
    <LatePopup kind="menu" trigger={props.trigger}>
      {(parts, trigger) => <parts.MenuPanel {...props} trigger={trigger ?? props.trigger} />}
    </LatePopup>
  );
}

export function MenuItem(props: MenuItemProps) {
  const parts = drawnParts();
  return <parts.MenuItemPart {...props} />;
}

/** One choice inside a menu; the menu stays open, so the effect can be seen. */
export function MenuRadioGroup<V extends string>(props: MenuRadioGroupProps<V>) {
  const parts = drawnParts();
  return <parts.MenuRadioGroupPart {...props} />;
}

export function MenuSeparator() {
  const parts = drawnParts();
  return <parts.MenuSeparatorPart />;
}
