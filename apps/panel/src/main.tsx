import { bringPopups } from '@hilo/ui';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers';
import { router } from './app/router';
import { offerNewVersion } from './app/new-version';
import { unlockSoundOnFirstTouch } from './app/sound';
import { followSystemTheme } from './app/theme';
import { startI18n } from './i18n/i18n';
import './styles.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');

followSystemTheme();
unlockSoundOnFirstTouch();
offerNewVersion();
await startI18n();
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);

// What only opens on demand, fetched while the page rests; a failure here is made good by the first press.
const whenIdle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1000));
const stopWaiting = router.subscribe('onRendered', () => {
  stopWaiting();
  whenIdle(() => void bringPopups().catch(() => undefined));
});
