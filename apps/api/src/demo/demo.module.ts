import { Module } from '@nestjs/common';
import { AiAssistantModule } from '../modules/ai-assistant/index.js';
import { AuthHttpModule, AuthModule } from '../modules/auth/index.js';
import { BusinessModule } from '../modules/business/index.js';
import { CatalogueModule } from '../modules/catalogue/index.js';
import { ChannelsModule } from '../modules/channels/index.js';
import { ContactsModule } from '../modules/contacts/index.js';
import { ConversationsModule, ConversationsWorkerModule } from '../modules/conversations/index.js';
import { AddNote } from '../modules/conversations/services/add-note.js';
import { ReviseConversation } from '../modules/conversations/services/revise-conversation.js';
import { LeadsModule, LeadsWorkerModule } from '../modules/leads/index.js';
import { LinksModule, LinksWorkerModule } from '../modules/links/index.js';
import { NotificationsModule } from '../modules/notifications/index.js';
import { WhatsappModule } from '../modules/whatsapp/index.js';
import { DemoOffer } from './demo-offer.js';
import { DemoPeople } from './demo-people.js';
import { DemoSandbox } from './demo-sandbox.js';
import { DemoShop } from './demo-shop.js';
import { DemoHistory, Storytellers } from './history/demo-history.js';
import { DemoMedia } from './history/demo-media.js';
import { ForgetTurns } from './persistence/forget-turns.js';
import { HearEvents } from './history/hear-events.js';
import { PlayDesk } from './history/play-desk.js';
import { PlayInbound } from './history/play-inbound.js';
import { PlayLeads } from './history/play-leads.js';
import { PlayLinks } from './history/play-links.js';
import { PlayOutbound } from './history/play-outbound.js';
import { Reminders } from './history/reminders.js';
import { TimeTravel } from './history/time-travel.js';

const shop = [DemoOffer, DemoPeople, DemoSandbox, DemoShop];
const history = [
  AddNote,
  DemoHistory,
  DemoMedia,
  ForgetTurns,
  HearEvents,
  PlayDesk,
  PlayInbound,
  PlayLeads,
  PlayLinks,
  PlayOutbound,
  Reminders,
  ReviseConversation,
  Storytellers,
  TimeTravel,
];

@Module({
  imports: [
    AiAssistantModule,
    AuthModule,
    AuthHttpModule,
    BusinessModule,
    CatalogueModule,
    ChannelsModule,
    ContactsModule,
    ConversationsModule,
    ConversationsWorkerModule,
    LeadsModule,
    LeadsWorkerModule,
    LinksModule,
    LinksWorkerModule,
    NotificationsModule,
    WhatsappModule,
  ],
  providers: [...shop, ...history],
  exports: [DemoShop],
})
export class DemoModule {}
