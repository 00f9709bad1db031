import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { ContactsModule } from '../contacts/index.js';
import { TemplatesModule } from '../templates/index.js';
import { ConversationsModule } from './conversations.module.js';
import { ConversationGateway } from './gateway/conversation.gateway.js';
import { ConversationProjection } from './gateway/conversation.projection.js';
import { MessageProjection } from './gateway/message.projection.js';
import { AttentionController } from './http/attention.controller.js';
import { ConversationsController } from './http/conversations.controller.js';
import { MediaController, MediaFilesController } from './http/media.controller.js';
import { SendController } from './http/send.controller.js';
import { ReadSendable } from './http/sendable-content.js';
import { ThreadController } from './http/thread.controller.js';
import { RetryRows } from './persistence/retry-rows.js';
import { AddNote } from './services/add-note.js';
import { ConversationPresence } from './services/conversation-presence.js';
import { FindConversation } from './services/find-conversation.js';
import { RetryMessage } from './services/retry-message.js';
import { ReviseConversation } from './services/revise-conversation.js';
import { SearchInbox } from './services/search-inbox.js';
import { ReadMarks } from './services/read-marks.js';
import { SeeConversation } from './services/see-conversation.js';
import { ShowTyping } from './services/show-typing.js';

@Module({
  imports: [ConversationsModule, ChannelsModule, ContactsModule, TemplatesModule],
  controllers: [
    ConversationsController,
    ThreadController,
    SendController,
    AttentionController,
    MediaController,
    MediaFilesController,
  ],
  providers: [
    AddNote,
    ConversationGateway,
    ConversationPresence,
    ConversationProjection,
    FindConversation,
    MessageProjection,
    ReadMarks,
    ReadSendable,
    RetryMessage,
    RetryRows,
    ReviseConversation,
    SearchInbox,
    SeeConversation,
    ShowTyping,
  ],
})
export class ConversationsHttpModule {}
