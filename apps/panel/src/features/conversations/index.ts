import { applyConversationsRealtime } from './apply-realtime';

export { ConversationsScreen } from './screen';

applyConversationsRealtime();
