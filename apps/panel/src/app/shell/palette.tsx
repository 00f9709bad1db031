import type { Schemas } from '@hilo/api-client';
import { CommandPalette, type PaletteCommand, type PaletteGroup } from '@hilo/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Link2, MessageSquareText, SquareKanban, UserRound } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../ask';
import { useShortcutList } from '../shortcuts';
import { usePalette } from './palette-store';
import { useNav } from './use-nav';

type FoundPerson = Schemas['FoundPersonView'];

const SHORTEST = 2;
const NOTHING: Schemas['FoundView'] = { conversations: [], messages: [], leads: [], links: [] };

/** The body of Ctrl+K; loaded the first time it is asked for. */
export default function Palette() {
  const { t } = useTranslation('shell');
  const { open, set } = usePalette();
  const navigate = useNavigate();
  const items = useNav();
  const shortcuts = useShortcutList((state) => state.shortcuts);
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  const { data } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => ask('GET', '/search', { query: { q: asked }, signal }),
    enabled: open && asked.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  const found = (asked.length >= SHORTEST && data) || NOTHING;

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
  const icon = { size: 16, 'aria-hidden': true };
  const nameOf = (contact: FoundPerson | null) => contact?.name || contact?.phone || t('palette.nameless');
  const people: PaletteCommand[] = found.conversations.map(({ id, contact }) => ({
    value: id,
    label: nameOf(contact),
    detail: contact.phone ?? undefined,
    icon: <UserRound {...icon} />,
    matched: true,
    run: () => void navigate({ to: '/bandeja/$id', params: { id } }),
  }));
  const messages: PaletteCommand[] = found.messages.map(({ id, conversationId, contact, extract, hit }) => ({
    value: id,
    label: nameOf(contact),
    detail: extract,
    hit,
    icon: <MessageSquareText {...icon} />,
    matched: true,
    run: () => void navigate({ to: '/bandeja/$id', params: { id: conversationId } }),
  }));
  const leads: PaletteCommand[] = found.leads.map(({ id, contact, title, itemName }) => ({
    value: id,
    label: nameOf(contact),
    detail: title ?? itemName ?? undefined,
    icon: <SquareKanban {...icon} />,
    matched: true,
    run: () => void navigate({ to: '/leads/$id', params: { id } }),
  }));
  const links: PaletteCommand[] = found.links.map(({ id, name, network }) => ({
    value: id,
    label: name,
    detail: t(`networks.${network}`),
    icon: <Link2 {...icon} />,
    matched: true,
    run: () => void navigate({ to: '/enlaces/$id', params: { id } }),
  }));

  const groups: PaletteGroup[] = [
    { value: t('palette.conversations'), items: people },
    { value: t('palette.messages'), items: messages },
    { value: t('nav.leads'), items: leads },
    { value: t('nav.links'), items: links },
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
