import { UiProvider, type UiLabels } from '@hilo/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import ui from '../i18n/es/ui.json' with { type: 'json' };
import './browser-gaps';
import { speakSpanish } from './words';

// A busy machine is slow, not wrong: what is waited for may take its time.
configure({ asyncUtilTimeout: 10_000 });

/** Draws part of the panel in Spanish with a query cache of its own (given, or fresh) and somebody at the keyboard. */
export async function renderPanel(
  element: ReactElement,
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } }),
) {
  await speakSpanish();
  const labels: UiLabels = ui;
  const drawn = render(
    <QueryClientProvider client={client}>
      <UiProvider labels={labels}>{element}</UiProvider>
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), client, ...drawn };
}
