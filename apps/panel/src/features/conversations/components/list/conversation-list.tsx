import { Button, Empty, ErrorCard, SkeletonRows, Spinner } from '@hilo/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ArrowUp, SearchX } from 'lucide-react';
import { useCallback, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { problemDetail, problemText } from '../../../../i18n/problem-text';
import { listQuery } from '../../api/conversation-queries';
import { useFrozenRows } from '../../hooks/use-frozen-rows';
import { useListKeys } from '../../hooks/use-list-keys';
import { useNow } from '../../hooks/use-now';
import type { ConversationFilter } from '../../model/conversation-filter';
import { rowsOf } from '../../model/conversation-pages';
import { EmptyView, type OnView } from './empty-view';
import { ConversationRow, ROW_HEIGHT, rowId } from './conversation-row';

export interface ConversationListProps {
  filter: ConversationFilter;
  /** How many the list has in all, when the server's counts tell. */
  total: number | null;
  selectedId: string | null;
  narrowed: boolean;
  onOpen: (id: string) => void;
  onClearFilters: () => void;
  onView: OnView;
  listRef: RefObject<HTMLDivElement | null>;
}

/** Asks for more when this part of what is loaded was scrolled past. */
const PREFETCH_AT = 0.6;

/** The conversations of one filter. Give it a key by filter: a list of its own starts at the top and holds nothing back. */
export function ConversationList({
  filter,
  total,
  selectedId,
  narrowed,
  onOpen,
  onClearFilters,
  onView,
  listRef,
}: ConversationListProps) {
  const { t } = useTranslation('conversations');
  const query = useInfiniteQuery(listQuery(filter));
  const live = rowsOf(query.data);
  const [pointer, setPointer] = useState(false);
  const [keyboard, setKeyboard] = useState(false);
  const { rows, updates, apply } = useFrozenRows(live, pointer || keyboard);
  // Around the listbox, which may hold nothing but its options: the button for more stands below it.
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useRef<VirtualizerHandle>(null);
  const now = useNow(60_000);
  const { activeId, activeIndex } = useListKeys({ rows, selectedId, onOpen, listRef, virtual });

  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const more = useCallback(() => {
    const handle = virtual.current;
    if (!handle || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return;
    const lastSeen = handle.findItemIndex(handle.scrollOffset + handle.viewportSize);
    // Two scrolls within one frame must not ask twice.
    if (lastSeen >= rows.length * PREFETCH_AT) void fetchNextPage({ cancelRefetch: false });
  }, [fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError, rows.length]);

  if (query.isPending) return <SkeletonRows rows={9} label={t('list.loading')} />;
  if (query.isError && live.length === 0) {
    return (
      <div className="p-3">
        <ErrorCard
          title={t('list.failed')}
          cause={problemText(query.error)}
          detail={problemDetail(query.error)}
          retrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      </div>
    );
  }
  if (rows.length === 0) {
    return narrowed ? (
      <Empty
        icon={<SearchX aria-hidden size={22} />}
        title={t('list.noneFound')}
        description={t('list.noneFoundHelp')}
        action={<Button onClick={onClearFilters}>{t('filters.clear')}</Button>}
      />
    ) : (
      <EmptyView view={filter.view} onView={onView} />
    );
  }

  return (
    <div className="relative min-h-0 flex-1">
      {updates > 0 ? (
        <div className="pointer-events-none absolute inset-x-0 top-2 z-10 flex justify-center">
          <Button
            variant="primary"
            size="sm"
            className="pointer-events-auto rounded-full shadow-pop"
            icon={<ArrowUp aria-hidden size={14} />}
            onClick={() => {
              apply();
              scroller.current?.scrollTo({ top: 0 });
            }}
          >
            {t('list.updates', { count: updates })}
          </Button>
        </div>
      ) : null}
      <div
        ref={scroller}
        onPointerEnter={(event) => setPointer(event.pointerType === 'mouse')}
        onPointerLeave={() => setPointer(false)}
        onScroll={more}
        className="h-full overflow-y-auto overscroll-contain"
      >
        <div
          ref={listRef}
          role="listbox"
          tabIndex={0}
          aria-label={t('list.label')}
          aria-activedescendant={activeId ? rowId(activeId) : undefined}
          onFocus={(event) => setKeyboard(event.currentTarget.matches(':focus-visible'))}
          onBlur={() => setKeyboard(false)}
          className="focus-visible:outline-none"
        >
          <Virtualizer
            ref={virtual}
            scrollRef={scroller}
            itemSize={ROW_HEIGHT}
            keepMounted={activeIndex >= 0 ? [activeIndex] : undefined}
          >
            {rows.map((conversation, index) => (
              <ConversationRow
                key={conversation.id}
                conversation={conversation}
                selected={conversation.id === selectedId}
                active={conversation.id === activeId}
                position={index + 1}
                total={total === null ? (hasNextPage ? -1 : rows.length) : Math.max(total, rows.length)}
                now={now}
                onOpen={onOpen}
              />
            ))}
          </Virtualizer>
        </div>
        <div className="flex min-h-10 items-center justify-center p-2 text-label text-ink-3">
          {isFetchNextPageError ? (
            <Button size="sm" onClick={() => void fetchNextPage()}>
              {t('list.retryMore')}
            </Button>
          ) : isFetchingNextPage ? (
            <Spinner />
          ) : hasNextPage ? (
            <Button size="sm" variant="ghost" onClick={() => void fetchNextPage()}>
              {t('list.more')}
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}
