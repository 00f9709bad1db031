import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';

export interface FoundConversation {
  id: string;
  contact_id: string;
  channel_id: string;
  status: string;
  activity_at: Date;
  preview: string | null;
}

@Injectable()
export class SearchQuery {
  constructor(private readonly sql: Sql) {}

  /** The conversations of these people, the liveliest first. */
  conversationsOf(contactIds: readonly string[], limit: number): Promise<FoundConversation[]> {
    return this.sql.rows(
      `select id, contact_id, channel_id, status, activity_at, last_message_preview as preview from conversation
       where contact_id = any($1) order by activity_at desc, id desc limit $2`,
      [contactIds, limit],
    );
  }
}
