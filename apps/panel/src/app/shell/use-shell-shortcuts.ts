import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session';
import { useShortcut, useShortcutList, useShortcutListener, type Shortcut } from '../shortcuts';
import { usePalette, useShortcutSheet } from './palette-store';
import { useNav } from './use-nav';

/** The keys that answer on every screen: palette, sheet, and `g` then a letter. */
export function useShellShortcuts(): void {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const items = useNav();
  const openPalette = usePalette((state) => state.show);
  const openSheet = useShortcutSheet((state) => state.show);
  const everywhere = t('shortcuts.everywhere');

  useShortcutListener(useMe().preferences.shortcuts);
  useShortcut({ keys: 'Ctrl+K', label: t('palette.open'), group: everywhere, run: openPalette });
  useShortcut({ keys: '?', label: t('shortcuts.title'), group: everywhere, run: openSheet });
  useEffect(() => {
    const chords = items.map((item): Shortcut => ({
      keys: item.shortcut,
      label: t(`nav.${item.id}`),
      group: t('palette.goTo'),
      run: () => void navigate({ to: item.to }),
    }));
    useShortcutList.setState(({ shortcuts }) => ({ shortcuts: [...chords, ...shortcuts] }));
    return () =>
      useShortcutList.setState(({ shortcuts }) => ({ shortcuts: shortcuts.filter((one) => !chords.includes(one)) }));
  }, [items, navigate, t]);
}
