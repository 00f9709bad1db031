import { Empty, Skeleton, useNarrow } from '@hilo/ui';
import { useNavigate } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import { Suspense, lazy, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { compact } from '../../app/search-params';
import { countsQuery } from '../../app/counts';
import { useShortcut } from '../../app/shortcuts';
import { useImmersive } from '../../app/shell/immersive';
import { ConversationList } from './components/list/conversation-list';
import { ListHeader } from './components/list/list-header';
import { OpenConversation } from './components/open-conversation';
import { useMessageNotices } from './hooks/use-message-notices';
import { filterOf } from './model/conversation-filter';
import { filterCount, noFilters } from './model/filter-count';
import type { ConversationSearch } from './search';

const Board = lazy(() => import('./components/kanban/board'));

export interface ConversationsScreenProps {
  conversationId: string | null;
  search: ConversationSearch;
}

/** The inbox: whom to answer at the left, what was said in the middle, who it is at the right. */
export function ConversationsScreen({ conversationId, search }: ConversationsScreenProps) {
  const { t } = useTranslation('conversations');
  const navigate = useNavigate();
  const narrow = useNarrow();
  const listRef = useRef<HTMLDivElement>(null);
  const { data: counts } = useQuery(countsQuery);
  const filter = filterOf(search);
  const board = search.modo === 'kanban' && conversationId === null;
  const narrowed = filterCount(search) > 0 || search.q !== undefined;
  useImmersive(narrow && conversationId !== null);

  const open = useCallback(
    (id: string) => void navigate({ to: '/bandeja/$id', params: { id }, search: true }),
    [navigate],
  );
  const back = () => void navigate({ to: '/bandeja', search: true });
  const change = (part: Partial<ConversationSearch>) =>
    void navigate({
      to: part.modo === 'kanban' || conversationId === null ? '/bandeja' : '/bandeja/$id',
      params: { id: conversationId ?? '' },
      search: compact({ ...search, ...part }),
      replace: part.q !== undefined,
    });
  useMessageNotices(open);
  useShortcut({ keys: 'Esc', label: t('keys.back'), group: t('keys.list'), run: () => listRef.current?.focus() });

  if (board) {
    return (
      <div className="flex min-h-0 flex-1 flex-col">
        <ListHeader search={search} onSearch={change} />
        <Suspense fallback={<Skeleton className="m-3 flex-1" />}>
          <Board filter={filter} onOpen={open} />
        </Suspense>
      </div>
    );
  }

  const list = (
    <div
      className={
        narrow ? 'flex min-h-0 flex-1 flex-col' : 'flex w-[340px] shrink-0 flex-col border-r border-line xl:w-[340px]'
      }
    >
      {/* Beside an open conversation the list stands, whatever it was opened from: the board is one press away. */}
      <ListHeader search={{ ...search, modo: undefined }} onSearch={change} />
      <ConversationList
        key={JSON.stringify(filter)}
        filter={filter}
        total={narrowed ? null : (counts?.[filter.view].total ?? null)}
        selectedId={conversationId}
        narrowed={narrowed}
        onOpen={open}
        onClearFilters={() => change(noFilters())}
        onView={(vista) => change({ vista })}
        listRef={listRef}
      />
    </div>
  );
  if (narrow) {
    return conversationId === null ? (
      list
    ) : (
      <div className="flex min-h-0 flex-1">
        <h1 className="sr-only">{t('title')}</h1>
        <OpenConversation id={conversationId} onBack={back} />
      </div>
    );
  }
  return (
    <div className="flex min-h-0 flex-1">
      {list}
      {conversationId === null ? (
        <div className="flex min-w-0 flex-1 items-center justify-center bg-thread">
          <Empty
            icon={<MessagesSquare aria-hidden size={22} />}
            title={t('nothingOpen')}
            description={t('nothingOpenHelp')}
          />
        </div>
      ) : (
        <OpenConversation id={conversationId} onBack={back} />
      )}
    </div>
  );
}
