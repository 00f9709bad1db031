import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { VirtualizerHandle } from 'virtua';
import { useShortcut } from '../../../app/shortcuts';
import type { Conversation } from '../model/conversation';

export interface ListKeysOptions {
  rows: readonly Conversation[];
  selectedId: string | null;
  onOpen: (id: string) => void;
  listRef: RefObject<HTMLElement | null>;
  virtual: RefObject<VirtualizerHandle | null>;
}

/** Moving through the list by keyboard: j/k and the arrows, Enter or o to open, `.` and `,` to the next unread. */
export function useListKeys({ rows, selectedId, onOpen, listRef, virtual }: ListKeysOptions) {
  const { t } = useTranslation('conversations');
  const [activeId, setActiveId] = useState<string | null>(selectedId);
  const [opened, setOpened] = useState(selectedId);
  if (opened !== selectedId) {
    setOpened(selectedId);
    // Opened with the mouse or from elsewhere: the keys go on from there.
    if (selectedId !== null) setActiveId(selectedId);
  }
  const activeIndex = rows.findIndex((row) => row.id === activeId);

  const goTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    setActiveId(row.id);
    virtual.current?.scrollToIndex(rows.indexOf(row), { align: 'nearest' });
    listRef.current?.focus({ preventScroll: true });
  };
  const step = (by: number) => goTo(activeIndex === -1 ? 0 : activeIndex + by);
  const open = () => {
    const row = rows[activeIndex];
    if (row) onOpen(row.id);
  };
  const unread = (by: 1 | -1) => {
    for (let at = activeIndex + by; at >= 0 && at < rows.length; at += by) {
      if ((rows[at]?.unreadCount ?? 0) > 0) return goTo(at);
    }
  };

  const group = t('keys.list');
  useShortcut({ keys: 'j', label: t('keys.next'), group, run: () => step(1) });
  useShortcut({ keys: 'k', label: t('keys.previous'), group, run: () => step(-1) });
  useShortcut({ keys: 'o', label: t('keys.open'), group, run: open });
  useShortcut({ keys: '.', label: t('keys.nextUnread'), group, run: () => unread(1) });
  useShortcut({ keys: ',', label: t('keys.previousUnread'), group, run: () => unread(-1) });

  useEffect(() => {
    const list = listRef.current;
    if (!list) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const moves: Record<string, () => void> = {
        ArrowDown: () => step(1),
        ArrowUp: () => step(-1),
        Home: () => goTo(0),
        End: () => goTo(rows.length - 1),
        PageDown: () => step(8),
        PageUp: () => step(-8),
        Enter: open,
        ' ': open,
      };
      const move = moves[event.key];
      if (!move) return;
      event.preventDefault();
      move();
    };
    list.addEventListener('keydown', press);
    return () => list.removeEventListener('keydown', press);
  });

  return { activeId: activeIndex === -1 ? null : activeId, activeIndex };
}
