import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { LinksModule } from '../links/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { ExpireAnonymousLeadsJob } from './jobs/expire-anonymous-leads.job.js';
import { LeadsModule } from './leads.module.js';
import { FollowAssignmentListener } from './listeners/follow-assignment.listener.js';
import { KeepLeadsListener } from './listeners/keep-leads.listener.js';
import { NotifyNewLeadListener } from './listeners/notify-new-lead.listener.js';
import { ShowLeadListener } from './listeners/show-lead.listener.js';
import { TellNewLeads } from './services/tell-new-leads.js';
import { TellOfLeads } from './services/tell-of-leads.js';

@Module({
  imports: [LeadsModule, LinksModule, ConversationsModule, NotificationsModule],
  providers: [
    KeepLeadsListener,
    ShowLeadListener,
    FollowAssignmentListener,
    NotifyNewLeadListener,
    ExpireAnonymousLeadsJob,
    TellOfLeads,
    TellNewLeads,
  ],
})
export class LeadsWorkerModule {}
