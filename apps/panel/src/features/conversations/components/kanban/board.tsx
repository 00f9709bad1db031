import { Button, ErrorCard, SkeletonRows } from '@hilo/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef } from 'react';
import { problemText } from '../../../../i18n/problem-text';
import { useQueryClient } from '@tanstack/react-query';
import { cachedConversation } from '../../api/conversation-cache';
import { listQuery } from '../../api/conversation-queries';
import { useConversationActions } from '../../hooks/use-conversation-actions';
import type { Conversation, ConversationStatus } from '../../model/conversation';
import type { ConversationFilter } from '../../model/conversation-filter';
import { rowsOf } from '../../model/conversation-pages';
import CloseDialog from '../header/close-dialog';
import FollowUpDialog from '../header/follow-up-dialog';
import { BoardCard } from './board-card';

const COLUMNS: readonly ConversationStatus[] = ['open', 'follow_up', 'closed'];

interface Move {
  conversation: Conversation;
  to: ConversationStatus;
}

function Column({
  status,
  filter,
  onOpen,
  onMove,
}: {
  status: ConversationStatus;
  filter: ConversationFilter;
  onOpen: (id: string) => void;
  onMove: (move: Move) => void;
}) {
  const { t } = useTranslation('conversations');
  const query = useInfiniteQuery(listQuery({ ...filter, status }));
  const rows = rowsOf(query.data);
  const column = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);

  useEffect(() => {
    if (!column.current) return;
    return dropTargetForElements({
      element: column.current,
      getData: () => ({ status }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [status]);

  return (
    <section
      ref={column}
      aria-labelledby={`column-${status}`}
      className={`flex min-h-0 w-80 shrink-0 flex-col rounded-lg bg-bg md:w-auto md:min-w-72 md:flex-1 ${over ? 'outline-2 outline-accent' : ''}`}
    >
      <h2 id={`column-${status}`} className="flex items-center gap-2 px-3 pt-3 pb-2 font-semibold">
        {t(`board.${status}`)}
        <span className="text-label font-normal text-ink-3">
          {query.data ? `${rows.length}${query.hasNextPage ? '+' : ''}` : ''}
        </span>
      </h2>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {query.isPending ? <SkeletonRows rows={4} label={t('list.loading')} /> : null}
        {query.isError ? (
          <ErrorCard title={t('list.failed')} cause={problemText(query.error)} onRetry={() => void query.refetch()} />
        ) : null}
        {query.data && rows.length === 0 ? (
          <p className="px-2 py-6 text-center text-ink-3">{t('board.empty')}</p>
        ) : null}
        <ul className="flex flex-col gap-2">
          {rows.map((conversation) => (
            <BoardCard
              key={conversation.id}
              conversation={conversation}
              columns={COLUMNS}
              onOpen={onOpen}
              onMove={(to) => onMove({ conversation, to })}
              drag={draggable}
            />
          ))}
        </ul>
        {query.hasNextPage ? (
          <div className="flex justify-center pt-2">
            <Button
              size="sm"
              variant="ghost"
              busy={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('list.more')}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  );
}

/** The three states side by side. Every move by hand is also in the card's menu. */
export default function Board({ filter, onOpen }: { filter: ConversationFilter; onOpen: (id: string) => void }) {
  const client = useQueryClient();
  const actions = useConversationActions();
  const [asking, setAsking] = useState<Move | null>(null);
  const move = (next: Move) => {
    if (next.conversation.status === next.to) return;
    if (next.to === 'open') void actions.reopen(next.conversation);
    else setAsking(next);
  };
  const latest = useRef(move);
  useEffect(() => {
    latest.current = move;
  });

  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ source, location }) => {
          const to = location.current.dropTargets[0]?.data['status'] as ConversationStatus | undefined;
          const conversation = cachedConversation(client, String(source.data['conversationId']));
          if (to && conversation) latest.current({ conversation, to });
        },
      }),
    [client],
  );

  return (
    <div className="flex min-h-0 flex-1 gap-3 overflow-x-auto p-3">
      {COLUMNS.map((status) => (
        <Column key={status} status={status} filter={filter} onOpen={onOpen} onMove={move} />
      ))}
      {asking?.to === 'closed' ? (
        <CloseDialog
          name={asking.conversation.contact.name}
          onClose={() => setAsking(null)}
          onChoose={(reason) => void actions.close(asking.conversation, reason)}
        />
      ) : null}
      {asking?.to === 'follow_up' ? (
        <FollowUpDialog
          onClose={() => setAsking(null)}
          onChoose={(at) => void actions.followUp(asking.conversation, at)}
        />
      ) : null}
    </div>
  );
}
