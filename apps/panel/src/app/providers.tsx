import { UiProvider, type UiLabels } from '@hilo/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from './runtime';

/** The words of the kit are the `ui` namespace as it stands. */
export function useKitLabels(): UiLabels {
  const { i18n } = useTranslation('ui');
  const { language } = i18n;
  return useMemo(() => i18n.getResourceBundle(language, 'ui') as UiLabels, [i18n, language]);
}

export function Providers({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <UiProvider labels={useKitLabels()}>{children}</UiProvider>
    </QueryClientProvider>
  );
}
