import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/index.js';
import { BusinessModule } from '../business/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { ContactsModule } from '../contacts/index.js';
import { LinksModule } from '../links/index.js';
import { LeadProjection } from './gateway/lead.projection.js';
import { Leads } from './leads.facade.js';
import { EnquiryLeads } from './persistence/enquiry-leads.js';
import { LeadEntity } from './persistence/lead.entity.js';
import { LeadRepository } from './persistence/lead.repository.js';
import { LeadEvents } from './persistence/lead-events.js';
import { LeadPersonalData } from './persistence/lead-personal-data.js';
import { LeadTidings } from './persistence/lead-tidings.query.js';
import { LeadThreads } from './persistence/lead-threads.js';
import { AssignNewLeads } from './services/assign-new-leads.js';
import { AssignmentRule } from './services/assignment-rule.js';
import { BeginLeads } from './services/begin-leads.js';
import { ChangeLead } from './services/change-lead.js';
import { ExpireAnonymousLeads } from './services/expire-anonymous-leads.js';
import { FollowAssignment } from './services/follow-assignment.js';
import { KeepLeads } from './services/keep-leads.js';
import { LeadBeginnings } from './services/lead-beginnings.js';
import { LeadHolder } from './services/lead-holder.js';
import { LeadItems } from './services/lead-items.js';
import { LeadLists } from './services/lead-lists.js';
import { LeadViews } from './services/lead-views.js';
import { LeadWriter } from './services/lead-writer.js';
import { OpenLeadByHand } from './services/open-lead-by-hand.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([LeadEntity]),
    AuthModule,
    BusinessModule,
    ContactsModule,
    CatalogueModule,
    LinksModule,
  ],
  providers: [
    Leads,
    LeadRepository,
    LeadEvents,
    LeadThreads,
    LeadTidings,
    EnquiryLeads,
    LeadPersonalData,
    LeadItems,
    LeadBeginnings,
    AssignNewLeads,
    AssignmentRule,
    BeginLeads,
    KeepLeads,
    LeadWriter,
    ChangeLead,
    OpenLeadByHand,
    FollowAssignment,
    ExpireAnonymousLeads,
    LeadViews,
    LeadLists,
    LeadHolder,
    LeadProjection,
  ],
  exports: [
    Leads,
    LeadRepository,
    LeadTidings,
    LeadViews,
    LeadLists,
    ChangeLead,
    OpenLeadByHand,
    AssignmentRule,
    KeepLeads,
    FollowAssignment,
    ExpireAnonymousLeads,
  ],
})
export class LeadsModule {}
