import { cx } from '@hilo/ui';
import { Bot, Megaphone, StickyNote, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../hooks/use-words';
import type { ThreadMessage } from '../../model/timeline';

/** One message of the lead's conversation, told apart by icon, name and tint. */
export function MessageLine({ message }: { message: ThreadMessage }) {
  const { t } = useTranslation('leads');
  const words = useWords();
  const { author, type, text, at } = message;
  const note = type === 'note';
  const Icon = note
    ? StickyNote
    : author.kind === 'assistant'
      ? Bot
      : author.kind === 'campaign' || author.kind === 'automation'
        ? Megaphone
        : UserRound;
  const who =
    author.kind === 'customer'
      ? (author.name ?? t('timeline.customer'))
      : (author.name ?? t(`timeline.authors.${author.kind}`));
  return (
    <div
      className={cx(
        'max-w-[68ch] rounded-lg border px-3 py-2 text-chat break-words whitespace-pre-wrap',
        note ? 'border-dashed border-warning bg-b-note' : 'border-line',
        !note && author.kind === 'customer' && 'rounded-tl-[4px] bg-b-in',
        !note && author.kind === 'advisor' && 'bg-b-out',
        !note && author.kind === 'assistant' && 'bg-b-bot',
        !note && ['campaign', 'automation', 'system'].includes(author.kind) && 'bg-b-auto',
      )}
    >
      <p className="mb-0.5 flex items-center gap-1.5 text-meta font-medium text-ink-2">
        <Icon aria-hidden size={12} />
        {note ? `${t('timeline.note')} · ${who}` : who}
        <time dateTime={at} className="ml-auto pl-3 font-normal text-ink-3">
          {words.time(at)}
        </time>
      </p>
      {text ?? <span className="text-ink-2">{t('timeline.attachment', { type })}</span>}
    </div>
  );
}
