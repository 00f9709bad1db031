import { Outlet, createRoute, useParams } from '@tanstack/react-router';
import { lazyFeature } from '../app/lazy-feature';
import { Gate } from '../app/shell/gate';
import { useKnownSearch } from '../app/use-known-search';
import { readConversationSearch } from '../features/conversations/search';
import { shellRoute } from './shell';

const feature = lazyFeature(() => import('../features/conversations'), ['conversations']);

/** One screen for list and thread, so that the list stays put while conversations are opened. */
function Conversations() {
  const { ConversationsScreen } = feature.screens();
  const { id } = useParams({ strict: false });
  return (
    <Gate permission="conversations:read">
      <ConversationsScreen conversationId={id ?? null} search={useKnownSearch(readConversationSearch)} />
      <Outlet />
    </Gate>
  );
}

export const conversationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bandeja',
  validateSearch: readConversationSearch,
  staticData: { title: 'conversations' },
  loader: feature.load,
  component: Conversations,
});

export const conversationRoute = createRoute({
  getParentRoute: () => conversationsRoute,
  path: '$id',
  component: () => null,
});
