export { ConversationsModule } from './conversations.module.js';
export { ConversationsHttpModule } from './conversations-http.module.js';
export { ConversationsWorkerModule } from './conversations-worker.module.js';
export { Conversations } from './conversations.facade.js';
export * from './conversations.events.js';
export * from './conversations.facade.types.js';
export { ConversationRooms } from './services/conversation-rooms.js';
export { findClaimCode, withoutClaimCode, writeClaimCode } from './domain/claim-code.js';
