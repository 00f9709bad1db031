import { Module, type OnModuleInit, type Provider } from '@nestjs/common';
import { PartitionedTables } from '../../platform/database/partitioned-tables.js';
import { AuthModule } from '../auth/index.js';
import { ChannelsModule } from '../channels/index.js';
import { ContactsModule } from '../contacts/index.js';
import { Conversations } from './conversations.facade.js';
import { PresentConversations } from './http/present-conversations.js';
import { PresentMessages } from './http/present-messages.js';
import { ConversationChanges } from './persistence/conversation-changes.js';
import { ConversationMarks } from './persistence/conversation-marks.js';
import { InboundRows } from './persistence/inbound-rows.js';
import { InboxQuery } from './persistence/inbox.query.js';
import { MediaRows } from './persistence/media-rows.js';
import { OutboundRows } from './persistence/outbound-rows.js';
import { RevisionRows } from './persistence/revision-rows.js';
import { SummaryQuery } from './persistence/summary.query.js';
import { ThreadQuery } from './persistence/thread.query.js';
import { AskPolicy } from './services/ask-policy.js';
import { AssignConversation } from './services/assign-conversation.js';
import { ChangeConversation } from './services/change-conversation.js';
import { ConversationRooms } from './services/conversation-rooms.js';
import { ConversationViews } from './services/conversation-views.js';
import { DispatchTools } from './services/dispatch-tools.js';
import { MarkConversations } from './services/mark-conversations.js';
import { OpenConversation } from './services/open-conversation.js';
import { ResolveContent } from './services/resolve-content.js';
import { SendMessage } from './services/send-message.js';
import { StoreMedia } from './services/store-media.js';
import { WriteOutbound } from './services/write-outbound.js';

const persistence: Provider[] = [
  ConversationChanges,
  ConversationMarks,
  InboundRows,
  InboxQuery,
  MediaRows,
  OutboundRows,
  RevisionRows,
  SummaryQuery,
  ThreadQuery,
];
const services: Provider[] = [
  AskPolicy,
  AssignConversation,
  ChangeConversation,
  ConversationRooms,
  ConversationViews,
  DispatchTools,
  MarkConversations,
  OpenConversation,
  PresentConversations,
  PresentMessages,
  ResolveContent,
  SendMessage,
  StoreMedia,
  WriteOutbound,
];

@Module({
  imports: [AuthModule, ChannelsModule, ContactsModule],
  providers: [...persistence, ...services, Conversations],
  exports: [...persistence, ...services, Conversations],
})
export class ConversationsModule implements OnModuleInit {
  constructor(private readonly partitions: PartitionedTables) {}

  onModuleInit(): void {
    this.partitions.register('message');
  }
}
