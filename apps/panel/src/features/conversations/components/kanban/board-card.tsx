import { Avatar, CountBadge, IconButton, Menu, MenuItem } from '@hilo/ui';
import { Ellipsis, Flame } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../hooks/use-moments';
import { useNow } from '../../hooks/use-now';
import { usePreview } from '../../hooks/use-preview';
import { channelMark, contactName, type Conversation, type ConversationStatus } from '../../model/conversation';
import { waitsForPerson } from '../../model/waits-for-person';

interface BoardCardProps {
  conversation: Conversation;
  columns: readonly ConversationStatus[];
  onOpen: (id: string) => void;
  onMove: (to: ConversationStatus) => void;
  drag: (options: { element: HTMLElement; getInitialData: () => Record<string, unknown> }) => () => void;
}

/** One conversation on the board. */
export function BoardCard({ conversation, columns, onOpen, onMove, drag }: BoardCardProps) {
  const { t } = useTranslation('conversations');
  const line = usePreview();
  const moments = useMoments();
  const now = useNow(60_000);
  const card = useRef<HTMLLIElement>(null);
  const { id, status, followUpAt } = conversation;
  const name = contactName(conversation, t('unnamed'));

  useEffect(() => {
    if (!card.current) return;
    return drag({ element: card.current, getInitialData: () => ({ conversationId: id }) });
  }, [drag, id]);

  return (
    <li ref={card} className="relative rounded-md border border-line bg-surface hover:border-line-strong">
      <button
        type="button"
        onClick={() => onOpen(id)}
        className="flex w-full flex-col gap-1.5 rounded-md p-3 pr-10 text-left"
      >
        <span className="flex w-full items-center gap-2">
          <Avatar name={name} seed={conversation.contact.id} channel={channelMark(conversation)} />
          <span className="truncate font-medium">{name}</span>
          {conversation.lead?.quality === 'hot' ? (
            <span className="text-hot">
              <Flame aria-hidden size={14} />
              <span className="sr-only">{t('row.hot')}</span>
            </span>
          ) : null}
          <CountBadge count={conversation.unreadCount} label={t('row.unread', { count: conversation.unreadCount })} />
        </span>
        <span className="line-clamp-2 text-ink-2">
          {conversation.lastMessage ? line(conversation.lastMessage) : t('row.nothingYet')}
        </span>
        <span className="text-label text-ink-3">
          {[
            ...(waitsForPerson(conversation) ? [t('row.states.person')] : []),
            conversation.assignee?.name ?? t('row.nobody'),
            status === 'follow_up' && followUpAt
              ? t('board.until', { date: moments.full(followUpAt) })
              : moments.short(conversation.lastActivityAt, now),
          ].join(' · ')}
        </span>
      </button>
      <span className="absolute top-2 right-2">
        <Menu
          trigger={<IconButton size="sm" label={t('board.move', { name })} icon={<Ellipsis aria-hidden size={16} />} />}
        >
          {columns
            .filter((column) => column !== status)
            .map((column) => (
              <MenuItem key={column} onSelect={() => onMove(column)}>
                {t('board.moveTo', { column: t(`board.${column}`) })}
              </MenuItem>
            ))}
        </Menu>
      </span>
    </li>
  );
}
