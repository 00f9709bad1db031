import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import type { UiLabels } from './labels';
import { ToastRegion } from './toast';
import { UiLabelsContext } from './ui-labels-context';

/** Wraps the whole page once: words, tooltips and toasts. Style elements are off because the CSP forbids them. */
export function UiProvider({ labels, children }: { labels: UiLabels; children: ReactNode }) {
  return (
    <UiLabelsContext value={labels}>
      <CSPProvider disableStyleElements>
        <Tooltip.Provider delay={450} closeDelay={0}>
          <ToastRegion>{children}</ToastRegion>
        </Tooltip.Provider>
      </CSPProvider>
    </UiLabelsContext>
  );
}
