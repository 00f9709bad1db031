import { Outlet } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveShell } from './apply-realtime';
import { BottomBar } from './bottom-bar';
import { ConnectionStrip } from './connection-strip';
import { usePalette, useShortcutSheet } from './palette-store';
import { Rail } from './rail';
import { RouteAnnouncer } from './route-announcer';
import { SessionExpiredDialog } from './session-expired-dialog';
import { SoundStrip } from './sound-strip';
import { useShellShortcuts } from './use-shell-shortcuts';

const Palette = lazy(() => import('./palette'));
const ShortcutsSheet = lazy(() => import('./shortcuts-sheet').then((file) => ({ default: file.ShortcutsSheet })));

/** What stays around every screen. */
export function Shell() {
  const { t } = useTranslation('shell');
  const paletteOpen = usePalette((state) => state.open);
  const sheetOpen = useShortcutSheet((state) => state.open);
  useShellShortcuts();
  useLiveShell();
  return (
    <div className="flex h-dvh overflow-hidden">
      <a
        href="#main"
        className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-ink px-4 py-2 font-medium text-surface focus-visible:translate-y-0"
      >
        {t('skip')}
      </a>
      <Rail />
      <div className="flex min-w-0 flex-1 flex-col">
        <ConnectionStrip />
        <SoundStrip />
        <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col overflow-y-auto bg-surface outline-none">
          <Outlet />
        </main>
        <BottomBar />
      </div>
      <RouteAnnouncer />
      <SessionExpiredDialog />
      <Suspense fallback={null}>
        {paletteOpen ? <Palette /> : null}
        {sheetOpen ? <ShortcutsSheet /> : null}
      </Suspense>
    </div>
  );
}
