import { CommandPalette, type PaletteCommand, type PaletteGroup } from '@hilo/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Link2, SquareKanban, UserRound } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api';
import { useShortcutList } from '../shortcuts';
import { usePalette } from './palette-store';
import { useNav } from './use-nav';

interface Found {
  conversations?: { id: string; contactName: string; phone: string | null }[];
  leads?: { id: string; name: string }[];
  links?: { id: string; name: string }[];
}

const SHORTEST = 2;

/** The body of Ctrl+K; loaded the first time it is asked for. */
export default function Palette() {
  const { t } = useTranslation('shell');
  const { open, set } = usePalette();
  const navigate = useNavigate();
  const items = useNav();
  const shortcuts = useShortcutList((state) => state.shortcuts);
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  const { data: found } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => request<Found>('GET', '/search', { query: { q: asked }, signal }),
    enabled: open && asked.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });

  const places: PaletteCommand[] = items.map((item) => ({
    value: item.id,
    label: t(`nav.${item.id}`),
    icon: <item.icon aria-hidden size={16} />,
    shortcut: item.shortcut,
    run: () => void navigate({ to: item.to }),
  }));
  const ofPlaces = new Set(items.map((item) => item.shortcut));
  const actions: PaletteCommand[] = shortcuts
    .filter((one) => !ofPlaces.has(one.keys) && one.keys !== 'Ctrl+K')
    .map((one) => ({ value: one.keys, label: one.label, detail: one.group, shortcut: one.keys, run: one.run }));
  const people: PaletteCommand[] = (found?.conversations ?? []).map((one) => ({
    value: one.id,
    label: one.contactName,
    detail: one.phone ?? undefined,
    icon: <UserRound aria-hidden size={16} />,
    matched: true,
    run: () => void navigate({ to: '/bandeja/$id', params: { id: one.id } }),
  }));
  const leads: PaletteCommand[] = (found?.leads ?? []).map((one) => ({
    value: one.id,
    label: one.name,
    icon: <SquareKanban aria-hidden size={16} />,
    matched: true,
    run: () => void navigate({ to: '/leads/$id', params: { id: one.id } }),
  }));
  const links: PaletteCommand[] = (found?.links ?? []).map((one) => ({
    value: one.id,
    label: one.name,
    icon: <Link2 aria-hidden size={16} />,
    matched: true,
    run: () => void navigate({ to: '/enlaces/$id', params: { id: one.id } }),
  }));

  const groups: PaletteGroup[] = [
    { value: t('palette.conversations'), items: asked.length >= SHORTEST ? people : [] },
    { value: t('nav.leads'), items: asked.length >= SHORTEST ? leads : [] },
    { value: t('nav.links'), items: asked.length >= SHORTEST ? links : [] },
    { value: t('palette.goTo'), items: places },
    { value: t('palette.actions'), items: actions },
  ].filter((group) => group.items.length > 0);

  return (
    <CommandPalette
      label={t('palette.open')}
      placeholder={t('palette.placeholder')}
      open={open}
      onOpenChange={set}
      groups={groups}
      onQueryChange={setQuery}
    />
  );
}
