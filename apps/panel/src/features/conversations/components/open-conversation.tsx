import { Button, Empty, ErrorCard, Sheet, Skeleton, useNarrow } from '@hilo/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { Suspense, lazy, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../app/api-problem';
import { usePageTitle } from '../../../app/page-title';
import { problemDetail, problemText } from '../../../i18n/problem-text';
import { conversationQuery } from '../api/conversation-queries';
import { useReadReceipts, useViewing } from '../hooks/use-attention';
import { useComposerHandle } from '../hooks/use-composer-handle';
import { useConversationActions } from '../hooks/use-conversation-actions';
import { useColumn } from '../hooks/use-column';
import { useThread } from '../hooks/use-thread';
import { contactName, type Conversation } from '../model/conversation';
import type { Message } from '../model/message';
import { Composer } from './composer/composer';
import { ThreadHeader } from './header/thread-header';
import { Thread } from './thread/thread';

const CustomerColumn = lazy(() => import('./customer/customer-column'));
const TraceDrawer = lazy(() => import('./thread/trace-drawer'));

function Opened({ conversation, onBack }: { conversation: Conversation; onBack: () => void }) {
  const { t } = useTranslation('conversations');
  const { id } = conversation;
  const narrow = useNarrow();
  const column = useColumn();
  const actions = useConversationActions();
  const handle = useComposerHandle();
  const thread = useThread(id, conversation.unreadCount);
  const [turnId, setTurnId] = useState<string | null>(null);
  useViewing(id);
  useReadReceipts(conversation, actions);
  usePageTitle(contactName(conversation, t('unnamed')));

  const { setReplyTo, input, use } = handle;
  useEffect(() => {
    if (!narrow) input.current?.focus({ preventScroll: true });
  }, [narrow, input]);
  // Every bubble holds it: were it another each time, one new message would draw the whole thread again.
  const reply = useCallback(
    (message: Message) => {
      setReplyTo(message);
      requestAnimationFrame(() => input.current?.focus());
    },
    [setReplyTo, input],
  );

  return (
    <>
      <section
        aria-label={t('thread.with', { name: contactName(conversation, t('unnamed')) })}
        className="flex min-w-0 flex-1 flex-col bg-thread"
      >
        <ThreadHeader
          conversation={conversation}
          actions={actions}
          narrow={narrow}
          columnOpen={column.beside}
          onBack={onBack}
          onCustomer={column.toggle}
        />
        <Thread conversationId={id} thread={thread} onReply={reply} onTrace={setTurnId} />
        <Composer
          conversation={conversation}
          messages={thread.messages}
          actions={actions}
          handle={handle}
          onTrace={setTurnId}
        />
      </section>
      {column.beside ? (
        <aside
          aria-label={t('customer.title')}
          className="hidden w-80 shrink-0 overflow-y-auto border-l border-line bg-surface lg:block"
        >
          <Suspense fallback={null}>
            <CustomerColumn conversation={conversation} actions={actions} onUse={use} />
          </Suspense>
        </aside>
      ) : null}
      <Sheet
        title={t('customer.title')}
        side={narrow ? 'bottom' : 'right'}
        open={column.sheet}
        onOpenChange={column.showSheet}
      >
        <div className="-m-4">
          <Suspense fallback={null}>
            <CustomerColumn
              conversation={conversation}
              actions={actions}
              onUse={(words) => {
                column.showSheet(false);
                use(words);
              }}
            />
          </Suspense>
        </div>
      </Sheet>
      <Suspense fallback={null}>
        {turnId ? <TraceDrawer key={turnId} turnId={turnId} onClose={() => setTurnId(null)} /> : null}
      </Suspense>
    </>
  );
}

/** The conversation of the address: from the list at once, else asked for. */
export function OpenConversation({ id, onBack }: { id: string; onBack: () => void }) {
  const { t } = useTranslation('conversations');
  const client = useQueryClient();
  const query = useQuery(conversationQuery(id, client));
  if (query.data) return <Opened key={id} conversation={query.data} onBack={onBack} />;
  const missing = query.error instanceof ApiProblem && query.error.status === 404;
  return (
    <section className="flex min-w-0 flex-1 flex-col bg-thread">
      {query.isPending ? (
        <div
          role="status"
          aria-label={t('thread.loading')}
          className="flex h-14 items-center gap-3 border-b border-line bg-surface px-4"
        >
          <Skeleton round className="size-9" />
          <Skeleton className="h-4 w-40" />
        </div>
      ) : missing ? (
        <Empty
          icon={<SearchX aria-hidden size={22} />}
          title={t('thread.missing')}
          description={t('thread.missingHelp')}
          action={<Button onClick={onBack}>{t('header.back')}</Button>}
        />
      ) : (
        <div className="m-auto w-full max-w-md p-4">
          <ErrorCard
            title={t('thread.failed')}
            cause={problemText(query.error)}
            detail={problemDetail(query.error)}
            retrying={query.isFetching}
            onRetry={() => void query.refetch()}
          />
        </div>
      )}
    </section>
  );
}
