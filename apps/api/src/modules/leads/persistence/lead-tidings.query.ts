import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { Quality } from '../domain/lead-quality.js';
import type { LeadState } from '../domain/lead-status.js';
import type { LeadSource } from './lead.entity.js';

/** The little of a lead that others are told. */
export interface LeadTiding {
  id: string;
  claimed: boolean;
  linkId: string | null;
  source: LeadSource;
  network: string | null;
  state: LeadState;
  conversationId: string | null;
  assigneeId: string | null;
}

export interface ConversationLead {
  conversationId: string;
  leadId: string;
  state: LeadState;
  quality: Quality;
}

/** Leads as far as others hear of them: thousands a minute pass here, so no whole leads. */
@Injectable()
export class LeadTidings {
  constructor(private readonly sql: Sql) {}

  async of(leadIds: readonly string[]): Promise<LeadTiding[]> {
    if (leadIds.length === 0) return [];
    return this.sql.rows<LeadTiding>(
      `select id, contact_id is not null as claimed, link_id as "linkId", source_kind as source, network, state, conversation_id as "conversationId", assignee_id as "assigneeId"
         from lead where id = any($1::uuid[])`,
      [[...new Set(leadIds)]],
    );
  }

  /** Of each conversation the open lead of the latest enquiry, else the latest closed one. */
  async ofConversations(conversationIds: readonly string[]): Promise<ConversationLead[]> {
    if (conversationIds.length === 0) return [];
    return this.sql.rows<ConversationLead>(
      `select distinct on (conversation_id) conversation_id as "conversationId", id as "leadId", state, coalesce(quality, 'cold') as quality
         from lead where conversation_id = any($1::uuid[]) and contact_id is not null
        order by conversation_id, (state not in ('won', 'lost')) desc, enquired_at desc, id desc`,
      [[...new Set(conversationIds)]],
    );
  }
}
