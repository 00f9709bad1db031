import { cx } from '@hilo/ui';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../hooks/use-moments';
import type { MessageGroup, ThreadItem } from '../../model/thread-items';
import { Bubble, type BubbleHandlers } from './bubble';

interface ThreadListProps extends BubbleHandlers {
  items: readonly ThreadItem[];
  now: number;
  flashing: string | null;
}

function useSpeaker(): (group: MessageGroup) => string | null {
  const { t } = useTranslation('conversations');
  return ({ actor, messages: [first] }) => {
    const name = first?.author.name;
    if (actor === 'assistant') return 'ISAC';
    if (actor === 'automation')
      return name ?? t(first?.author.kind === 'campaign' ? 'thread.campaign' : 'thread.automation');
    if (actor === 'note') return name ? t('thread.noteBy', { name }) : t('thread.note');
    return null;
  };
}

/** Everything said so far, oldest first. */
export const ThreadList = memo(function ThreadList({ items, now, flashing, ...handlers }: ThreadListProps) {
  const { t } = useTranslation('conversations');
  const moments = useMoments();
  const speaker = useSpeaker();

  return items.flatMap((item) => {
    switch (item.kind) {
      case 'date':
        return (
          <div key={item.key} className="sticky top-0 z-1 -mx-4 my-2 flex justify-center bg-thread py-1 md:-mx-6">
            <time
              dateTime={item.at}
              className="rounded-full border border-line bg-surface px-3 py-0.5 text-label text-ink-2 first-letter:uppercase"
            >
              {moments.day(item.at, now)}
            </time>
          </div>
        );
      case 'unread':
        return (
          <div
            key={item.key}
            role="separator"
            className="my-3 flex items-center gap-3 text-label font-medium text-accent"
          >
            <span aria-hidden className="h-px flex-1 bg-accent/40" />
            {t('thread.newMessages', { count: item.count })}
            <span aria-hidden className="h-px flex-1 bg-accent/40" />
          </div>
        );
      case 'system':
        return (
          <p key={item.key} id={`message-${item.message.id}`} className="my-2.5 flex justify-center">
            <span className="rounded-full bg-sunken px-3 py-1 text-center text-label text-ink-2">
              {item.message.text} · <time dateTime={item.message.at}>{moments.time(item.message.at)}</time>
            </span>
          </p>
        );
      case 'group':
        // Each message stands on its own: earlier ones that join its group later must not make the browser draw it anew.
        return item.messages.map((message, index) => (
          <div
            key={message.clientMessageId ?? message.id}
            className={cx(
              'w-fit max-w-[86%] md:max-w-[74%]',
              index === 0 ? 'mt-2.5' : 'mt-0.5',
              item.actor === 'customer' ? 'self-start' : 'self-end',
            )}
          >
            <Bubble
              message={message}
              actor={item.actor}
              first={index === 0}
              named={index === 0 ? speaker(item) : null}
              flashing={flashing === message.id}
              {...handlers}
            />
          </div>
        ));
    }
  });
});
