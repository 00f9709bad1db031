import { IconButton, Menu, MenuItem, MenuSeparator, cx, copyText, showToast } from '@hilo/ui';
import { Bot, ChevronDown, Copy, CornerUpLeft, Megaphone, NotebookPen } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../hooks/use-moments';
import { usePreview } from '../../hooks/use-preview';
import type { Actor, Message } from '../../model/message';
import { tickOf } from '../../model/message-status';
import { FailureLine } from './failure-line';
import { InboundContextView } from './inbound-context';
import { MessageBody } from './message-body';
import { TickTimes } from './tick-times';
import { UndoLine } from './undo-line';

export type BubbleActor = Exclude<Actor, 'system'>;

export interface BubbleHandlers {
  onReply?: (message: Message) => void;
  onReact?: (message: Message, emoji: string) => void;
  onTrace: (turnId: string) => void;
  onJump: (messageId: string) => void;
}

interface BubbleProps extends BubbleHandlers {
  message: Message;
  actor: BubbleActor;
  first: boolean;
  /** The bubble of a group that says who speaks. */
  named: string | null;
  flashing: boolean;
}

const LOOKS: Record<BubbleActor, string> = {
  customer: 'border border-line bg-b-in',
  advisor: 'bg-b-out',
  assistant: 'bg-b-bot',
  automation: 'bg-b-auto',
  note: 'border border-dashed border-warning bg-b-note',
};

const SIGNS = { assistant: Bot, automation: Megaphone, note: NotebookPen } as const;
const REACTIONS = ['👍', '❤️', '🙏', '😂'] as const;

function Quote({ message, onJump }: { message: Message; onJump: (id: string) => void }) {
  const { t } = useTranslation('conversations');
  const line = usePreview();
  const { replyTo } = message;
  if (!replyTo) return null;
  return (
    <button
      type="button"
      onClick={() => onJump(replyTo.id)}
      className="mb-1.5 block w-full max-w-full rounded-sm border-l-3 border-accent bg-ink/5 px-2 py-1 text-left text-label hover:bg-ink/8"
    >
      <span className="block font-medium text-accent">
        {replyTo.author === 'customer' ? t('thread.customer') : t('thread.us')}
      </span>
      <span className="line-clamp-2 text-ink-2">{line(replyTo)}</span>
    </button>
  );
}

function Actions({ message, onReply, onReact }: Pick<BubbleProps, 'message' | 'onReply' | 'onReact'>) {
  const { t } = useTranslation('conversations');
  const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true };
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          size="sm"
          label={t('thread.actions')}
          icon={<ChevronDown {...icon} />}
          className="opacity-0 group-hover/bubble:opacity-100 focus-visible:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-60"
        />
      }
    >
      {onReply ? (
        <MenuItem icon={<CornerUpLeft {...icon} />} onSelect={() => onReply(message)}>
          {t('thread.reply')}
        </MenuItem>
      ) : null}
      {message.text ? (
        <MenuItem
          icon={<Copy {...icon} />}
          onSelect={() => void copyText(message.text ?? '').then(() => showToast({ title: t('thread.copied') }))}
        >
          {t('thread.copy')}
        </MenuItem>
      ) : null}
      {onReact && message.direction === 'in' ? (
        <>
          <MenuSeparator />
          {REACTIONS.map((emoji) => (
            <MenuItem key={emoji} icon={<span aria-hidden>{emoji}</span>} onSelect={() => onReact(message, emoji)}>
              {t('thread.react', { emoji })}
            </MenuItem>
          ))}
        </>
      ) : null}
    </Menu>
  );
}

/** One message: told apart by side, sign, name and tint, never by tint alone. */
export const Bubble = memo(function Bubble({
  message,
  actor,
  first,
  named,
  flashing,
  onReply,
  onReact,
  onTrace,
  onJump,
}: BubbleProps) {
  const { t } = useTranslation('conversations');
  const moments = useMoments();
  const tick = actor === 'note' ? null : tickOf(message);
  const left = actor === 'customer';
  const Sign = actor === 'assistant' || actor === 'automation' || actor === 'note' ? SIGNS[actor] : null;
  const acts = !message.outbox && message.type !== 'deleted';

  return (
    <div
      id={`message-${message.id}`}
      tabIndex={-1}
      className={cx('group/bubble flex max-w-full flex-col outline-none', left ? 'items-start' : 'items-end')}
    >
      <div className={cx('flex max-w-full items-start gap-1', left ? 'flex-row' : 'flex-row-reverse')}>
        <div
          className={cx(
            'relative max-w-[min(68ch,calc(100vw-5rem))] min-w-0 rounded-lg px-3 py-2 text-chat md:max-w-[min(68ch,100%)]',
            first && (left ? 'rounded-tl-[4px]' : 'rounded-tr-[4px]'),
            LOOKS[actor],
            flashing && 'motion-safe:ring-2 motion-safe:ring-accent',
            message.reactions.length > 0 && 'mb-3',
          )}
        >
          {named ? (
            <p className="mb-0.5 flex items-center gap-1.5 text-label font-medium text-ink-2">
              {Sign ? <Sign aria-hidden size={14} strokeWidth={1.75} /> : null}
              {named}
            </p>
          ) : (
            <span className="sr-only">{t(`thread.by.${actor}`)} </span>
          )}
          {left ? <InboundContextView message={message} /> : null}
          <Quote message={message} onJump={onJump} />
          <MessageBody message={message} />
          <span className="mt-0.5 flex flex-wrap items-center justify-end gap-x-2 gap-y-0.5 text-meta text-ink-3">
            {message.assistantTurnId && actor === 'assistant' ? (
              <button
                type="button"
                onClick={() => onTrace(message.assistantTurnId ?? '')}
                className="mr-auto underline decoration-dotted underline-offset-2 hover:text-ink"
              >
                {t('trace.why')}
              </button>
            ) : null}
            {message.editedAt ? <span>{t('thread.edited')}</span> : null}
            <time dateTime={message.at} title={moments.full(message.at)}>
              {moments.time(message.at)}
            </time>
            {tick ? <TickTimes message={message} status={tick} /> : null}
          </span>
          {message.reactions.length > 0 ? (
            <span
              aria-label={t('thread.reactions', { list: message.reactions.map(({ emoji }) => emoji).join(' ') })}
              role="img"
              className="absolute -bottom-3.5 left-2 rounded-full border border-line bg-surface px-1.5 py-0.5 text-label leading-4"
            >
              {message.reactions.map(({ emoji }) => emoji).join(' ')}
            </span>
          ) : null}
        </div>
        {acts ? <Actions message={message} {...(actor !== 'note' && { onReply, onReact })} /> : null}
      </div>
      {message.status === 'failed' ? <FailureLine message={message} /> : null}
      {message.outbox?.undoable ? <UndoLine message={message} outboxId={message.outbox.id} /> : null}
    </div>
  );
});
