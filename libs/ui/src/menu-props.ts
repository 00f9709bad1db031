import type { ReactElement, ReactNode } from 'react';

export interface MenuProps {
  trigger: ReactElement<Record<string, unknown>>;
  side?: 'top' | 'right' | 'bottom' | 'left';
  align?: 'start' | 'center' | 'end';
  children: ReactNode;
}

export interface MenuItemProps {
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

export interface MenuRadioGroupProps<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; label: string; icon?: ReactNode }[];
  onValueChange: (value: V) => void;
}
