import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

export interface TabItem<V extends string> {
  value: V;
  label: string;
  count?: number | null;
  panel: ReactNode;
}

export interface TabsProps<V extends string> {
  label: string;
  items: readonly TabItem<V>[];
  value: V;
  onValueChange: (value: V) => void;
}

/** Panels of one page, one shown at a time. To filter a list, use `Segmented`. */
export function Tabs<V extends string>({ label, items, value, onValueChange }: TabsProps<V>) {
  return (
    <Base.Root value={value} onValueChange={(next: V) => onValueChange(next)} className="flex min-h-0 flex-col">
      <Base.List aria-label={label} className="relative flex gap-1 overflow-x-auto border-b border-line">
        {items.map((item) => (
          <Base.Tab
            key={item.value}
            value={item.value}
            className={
              'flex h-9 items-center gap-1.5 border-b-2 border-transparent px-3 whitespace-nowrap text-ink-2 transition-colors duration-120 ' +
              'hover:text-ink focus-visible:-outline-offset-2 data-active:border-accent data-active:font-medium data-active:text-ink pointer-coarse:h-11'
            }
          >
            {item.label}
            {item.count == null ? null : <span className="text-label text-ink-3">{item.count}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {items.map((item) => (
        <Base.Panel key={item.value} value={item.value} className="min-h-0 flex-1 pt-3">
          {item.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
