export { ConversationsScreen } from './screen';
