import { CSPProvider } from '@base-ui/react/csp-provider';
import { Suspense, lazy, useSyncExternalStore, type ReactNode } from 'react';
import type { UiLabels } from './labels';
import { onToastWanted, toastsWanted } from './toast';
import { UiLabelsContext } from './ui-labels-context';

const ToastRegion = lazy(() => import('./toast-region'));

/** Wraps the whole page once: words and toasts. Style elements are off because the CSP forbids them. */
export function UiProvider({ labels, children }: { labels: UiLabels; children: ReactNode }) {
  const toasts = useSyncExternalStore(onToastWanted, toastsWanted);
  return (
    <UiLabelsContext value={labels}>
      <CSPProvider disableStyleElements>
        {children}
        {toasts ? (
          <Suspense fallback={null}>
            <ToastRegion />
          </Suspense>
        ) : null}
      </CSPProvider>
    </UiLabelsContext>
  );
}
