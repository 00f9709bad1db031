import type { ReactElement } from 'react';

export type TooltipSide = 'top' | 'right' | 'bottom' | 'left';

export interface TooltipProps {
  label: string;
  shortcut?: string;
  side?: TooltipSide;
  children: ReactElement<Record<string, unknown>>;
}
