import { Avatar, CountBadge, cx } from '@hilo/ui';
import { Flame } from 'lucide-react';
import { memo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { drafts } from '../../../../app/runtime';
import { draftKey } from '../../../../app/drafts';
import { useMe } from '../../../../app/session';
import { useWriter } from '../../api/presence-store';
import { useMoments } from '../../hooks/use-moments';
import { useOriginWord } from '../../hooks/use-origin-word';
import { usePreview } from '../../hooks/use-preview';
import { channelMark, contactName, type Conversation } from '../../model/conversation';
import { previewAuthor } from '../../model/message-preview';
import { rowState } from '../../model/row-state';

export const ROW_HEIGHT = 72;

export const rowId = (id: string): string => `conversation-${id}`;

export interface ConversationRowProps {
  conversation: Conversation;
  /** Open beside the list. */
  selected: boolean;
  /** Where the keyboard is. */
  active: boolean;
  position: number;
  total: number;
  now: number;
  style?: CSSProperties;
  onOpen: (id: string) => void;
}

/** One line under the name: what is being written, what was, or what was said last. */
function Preview({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversations');
  const me = useMe();
  const line = usePreview();
  const writer = useWriter(conversation.id, me.id);
  const draft = drafts.useDrafts((state) => state.drafts[draftKey(conversation.id, 'reply')]?.text ?? '');
  const { lastMessage: last } = conversation;

  if (writer) return <span className="text-accent">{t('row.writing', { name: writer })}</span>;
  if (draft.trim() !== '')
    return (
      <>
        <span className="font-medium text-danger">{t('row.draft')}</span> {draft}
      </>
    );
  if (!last) return <span className="text-ink-3">{t('row.nothingYet')}</span>;
  const author = previewAuthor(last, me);
  return (
    <>
      {author ? (
        <span className="text-ink-3">{t(`row.by.${author}`, { name: last.authorName?.split(' ')[0] ?? '' })} </span>
      ) : null}
      {line(last)}
    </>
  );
}

function useAssigneeWord(conversation: Conversation): string {
  const { t } = useTranslation('conversations');
  const me = useMe();
  if (conversation.assistantMode === 'auto' && conversation.assistantState.owner === 'assistant') return 'ISAC';
  if (conversation.assignee?.id === me.id) return t('row.you');
  if (conversation.assignee) return conversation.assignee.name;
  return conversation.team?.name ?? t('row.nobody');
}

/** Whether something waits, was answered or is over, in one word. */
function useStateWord(conversation: Conversation): string {
  const { t } = useTranslation('conversations');
  const state = rowState(conversation);
  return state === 'open' || state === 'follow_up' ? t(`status.${state}`) : t(`row.states.${state}`);
}

export const ConversationRow = memo(function ConversationRow({
  conversation,
  selected,
  active,
  position,
  total,
  now,
  onOpen,
}: ConversationRowProps) {
  const { t } = useTranslation('conversations');
  const moments = useMoments();
  const assignee = useAssigneeWord(conversation);
  const name = contactName(conversation, t('unnamed'));
  const { unreadCount: unread, lastActivityAt: at } = conversation;
  const hot = conversation.lead?.quality === 'hot';
  const urgent = conversation.priority === 'urgent' || conversation.priority === 'high';
  const origin = useOriginWord(conversation);
  const words = [useStateWord(conversation), assignee, ...(origin ? [origin] : []), ...conversation.tags.slice(0, 2)];

  return (
    <div
      role="option"
      id={rowId(conversation.id)}
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      data-active={active || undefined}
      onClick={() => onOpen(conversation.id)}
      style={{ height: ROW_HEIGHT }}
      className={cx(
        'relative flex cursor-pointer items-center gap-3 border-b border-line pr-3 pl-3 select-none',
        selected ? 'bg-accent-soft' : 'hover:bg-bg data-active:bg-bg',
        selected && 'before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-accent',
        active && 'outline-2 -outline-offset-2 outline-transparent in-focus-visible:outline-accent',
      )}
    >
      <Avatar name={name} seed={conversation.contact.id} channel={channelMark(conversation)} />
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-1.5">
          <span className={cx('truncate', unread > 0 ? 'font-semibold' : 'font-medium')}>{name}</span>
          {hot ? (
            <span className="text-hot" title={t('row.hot')}>
              <Flame aria-hidden size={14} strokeWidth={2} />
              <span className="sr-only">{t('row.hot')}</span>
            </span>
          ) : null}
          <time
            dateTime={at}
            className={cx('ml-auto shrink-0 text-label', unread > 0 ? 'font-medium text-accent' : 'text-ink-3')}
          >
            {moments.short(at, now)}
          </time>
        </div>
        <div className="flex items-center gap-2">
          <span className={cx('min-w-0 flex-1 truncate', unread > 0 ? 'text-ink' : 'text-ink-2')}>
            <Preview conversation={conversation} />
          </span>
          <CountBadge count={unread} label={t('row.unread', { count: unread })} />
        </div>
        <div className="flex min-w-0 items-center gap-1 truncate text-meta text-ink-3">
          {urgent ? (
            <span
              className={conversation.priority === 'urgent' ? 'font-medium text-danger' : 'font-medium text-warning'}
            >
              {t(`priority.${conversation.priority}`)} ·
            </span>
          ) : null}
          <span className="truncate">{words.join(' · ')}</span>
        </div>
      </div>
    </div>
  );
});
