import { Button, ErrorCard, Skeleton, Spinner, cx } from '@hilo/ui';
import { ArrowDown } from 'lucide-react';
import { Suspense, lazy, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outbox } from '../../../../app/runtime';
import { useCan } from '../../../../app/session';
import { problemDetail, problemText } from '../../../../i18n/problem-text';
import { useNow } from '../../hooks/use-now';
import { useThreadScroll } from '../../hooks/use-thread-scroll';
import type { useThread } from '../../hooks/use-thread';
import type { Message } from '../../model/message';
import { useLightbox } from './lightbox-store';
import { ThreadList } from './thread-list';

const Lightbox = lazy(() => import('./lightbox'));
const FLASH_MS = 1200;

export interface ThreadProps {
  conversationId: string;
  thread: ReturnType<typeof useThread>;
  onReply: (message: Message) => void;
  onTrace: (turnId: string) => void;
}

function Waiting() {
  const { t } = useTranslation('conversations');
  return (
    <div role="status" aria-label={t('thread.loading')} className="flex flex-1 flex-col justify-end gap-3 p-6">
      {[40, 62, 34, 56, 46].map((width, index) => (
        <span key={width} style={{ width: `${width}%` }} className={cx('block', index % 2 === 1 && 'self-end')}>
          <Skeleton className="h-14 w-full rounded-lg" />
        </span>
      ))}
    </div>
  );
}

/** Says what comes in while the thread is on screen, and only that. */
function Announcer({ messages }: { messages: readonly Message[] }) {
  const { t } = useTranslation('conversations');
  const last = messages.findLast((message) => message.direction === 'in');
  const [heard, setHeard] = useState(last?.id);
  const news = last && last.id !== heard && messages.length > 0 ? last : null;
  useEffect(() => {
    if (!last || last.id === heard) return;
    const timer = setTimeout(() => setHeard(last.id), 4000);
    return () => clearTimeout(timer);
  }, [last, heard]);
  return (
    <p role="log" aria-live="polite" className="sr-only">
      {news ? t('thread.heard', { text: news.text ?? t('thread.heardOther') }) : null}
    </p>
  );
}

/** The thread of a conversation: a plain scroller that stands on its last message. */
export function Thread({ conversationId, thread, onReply, onTrace }: ThreadProps) {
  const { t } = useTranslation('conversations');
  const { query, messages, items, mark } = thread;
  const now = useNow(60_000);
  const may = useCan('messages:send');
  const [flashing, setFlashing] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const older = useCallback(() => {
    // Two scrolls within one frame must not ask twice.
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage({ cancelRefetch: false });
  }, [fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError]);
  const { away, below, onScroll, toEnd } = useThreadScroll(scroller, messages, mark, older);
  const lightbox = useLightbox((state) => state.messageId);

  const jump = useCallback((messageId: string) => {
    const target = document.getElementById(`message-${messageId}`);
    if (!target) return;
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
    setFlashing(messageId);
    setTimeout(() => setFlashing(null), FLASH_MS);
  }, []);
  const react = useCallback(
    (message: Message, emoji: string) =>
      void outbox.enqueue({ conversationId, body: { type: 'reaction', messageId: message.id, emoji } }),
    [conversationId],
  );

  if (query.isPending) return <Waiting />;
  if (query.isError && messages.length === 0) {
    return (
      <div className="flex flex-1 items-center justify-center p-6">
        <ErrorCard
          title={t('thread.failed')}
          cause={problemText(query.error)}
          detail={problemDetail(query.error)}
          retrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      </div>
    );
  }
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        onScroll={onScroll}
        tabIndex={0}
        role="region"
        aria-label={t('thread.label')}
        data-testid="thread"
        className="flex min-h-0 flex-1 scroll-pt-9 flex-col-reverse overflow-y-auto overscroll-contain focus-visible:-outline-offset-2"
      >
        <div className="flex flex-col px-4 pt-3 pb-4 md:px-6">
          <div className="flex min-h-8 justify-center">
            {isFetchNextPageError ? (
              <Button size="sm" onClick={() => void fetchNextPage()}>
                {t('thread.retryOlder')}
              </Button>
            ) : isFetchingNextPage ? (
              <Spinner />
            ) : hasNextPage ? (
              <Button size="sm" variant="ghost" onClick={older}>
                {t('thread.older')}
              </Button>
            ) : (
              <span className="text-label text-ink-3">{t('thread.beginning')}</span>
            )}
          </div>
          <ThreadList
            items={items}
            now={now}
            flashing={flashing}
            onJump={jump}
            onTrace={onTrace}
            {...(may && { onReply, onReact: react })}
          />
        </div>
      </div>
      {away ? (
        <Button
          className="absolute right-4 bottom-3 rounded-full shadow-pop"
          icon={<ArrowDown aria-hidden size={16} />}
          onClick={toEnd}
        >
          {below > 0 ? t('thread.below', { count: below }) : t('thread.toEnd')}
        </Button>
      ) : null}
      <Announcer messages={messages} />
      <Suspense fallback={null}>{lightbox ? <Lightbox messages={messages} /> : null}</Suspense>
    </div>
  );
}
