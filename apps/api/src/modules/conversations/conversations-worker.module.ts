import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { ContactsModule } from '../contacts/index.js';
import { ConversationsModule } from './conversations.module.js';
import { ConversationProjection } from './gateway/conversation.projection.js';
import { MessageProjection } from './gateway/message.projection.js';
import { AbandonLostCallsJob } from './jobs/abandon-lost-calls.job.js';
import { DeliverMessagesJob } from './jobs/deliver-messages.job.js';
import { FetchMediaJob } from './jobs/fetch-media.job.js';
import { ReceiveMessagesJob } from './jobs/receive-messages.job.js';
import { SettleParkedStatusesJob } from './jobs/settle-parked-statuses.job.js';
import { WakeSnoozedJob } from './jobs/wake-snoozed.job.js';
import { DeliveryRows } from './persistence/delivery-rows.js';
import { StatusRows } from './persistence/status-rows.js';
import { AccountNotices } from './services/account-notices.js';
import { AttemptDelivery } from './services/attempt-delivery.js';
import { ConfirmOptOut } from './services/confirm-opt-out.js';
import { DeliverMessages } from './services/deliver-messages.js';
import { FetchMedia } from './services/fetch-media.js';
import { ForgetMedia } from './services/forget-media.js';
import { HearStopWords } from './services/hear-stop-words.js';
import { InboundMedia } from './services/inbound-media.js';
import { PrepareOutbound } from './services/prepare-outbound.js';
import { ReceiveBatch } from './services/receive-batch.js';
import { ReceivedEffects } from './services/received-effects.js';
import { ReceiveEchoes } from './services/receive-echoes.js';
import { ReceiveMessages } from './services/receive-messages.js';
import { ReceivePersonNotices } from './services/receive-person-notices.js';
import { ReceiveRevisions } from './services/receive-revisions.js';
import { RecordDelivery } from './services/record-delivery.js';
import { UpdateMessageStatuses } from './services/update-message-statuses.js';

@Module({
  imports: [ConversationsModule, ChannelsModule, ContactsModule],
  providers: [
    AbandonLostCallsJob,
    DeliverMessagesJob,
    FetchMediaJob,
    ReceiveMessagesJob,
    SettleParkedStatusesJob,
    WakeSnoozedJob,
    AccountNotices,
    AttemptDelivery,
    ConfirmOptOut,
    ConversationProjection,
    DeliverMessages,
    DeliveryRows,
    FetchMedia,
    ForgetMedia,
    HearStopWords,
    InboundMedia,
    MessageProjection,
    PrepareOutbound,
    ReceiveBatch,
    ReceivedEffects,
    ReceiveEchoes,
    ReceiveMessages,
    ReceivePersonNotices,
    ReceiveRevisions,
    RecordDelivery,
    StatusRows,
    UpdateMessageStatuses,
  ],
})
export class ConversationsWorkerModule {}
