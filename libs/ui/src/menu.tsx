import type { ReactElement, ReactNode } from 'react';
import { LatePopup } from './late-popup';
import { drawnParts } from './popup-code';

export interface MenuProps {
  trigger: ReactElement<Record<string, unknown>>;
  side?: 'top' | 'right' | 'bottom' | 'left';
  align?: 'start' | 'center' | 'end';
  children: ReactNode;
}

/** Actions behind a button. Fill it with `MenuItem`, `MenuRadioGroup`, `MenuSeparator`. */
export function Menu(props: MenuProps) {
  return (
    <LatePopup kind="menu" trigger={props.trigger}>
      {(parts, trigger) => <parts.MenuPanel {...props} trigger={trigger ?? props.trigger} />}
    </LatePopup>
  );
}

export interface MenuItemProps {
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem(props: MenuItemProps) {
  const parts = drawnParts();
  return <parts.MenuItemPart {...props} />;
}

export interface MenuRadioGroupProps<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; label: string; icon?: ReactNode }[];
  onValueChange: (value: V) => void;
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
