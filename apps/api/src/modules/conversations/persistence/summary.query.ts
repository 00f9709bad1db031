import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { ConversationSummary, FoundMessage, ThreadLine } from '../conversations.facade.types.js';
import { holdsWords } from './message-words.js';

interface SummaryRow {
  id: string;
  contact_id: string;
  channel_id: string;
  channel_kind: string;
  status: ConversationSummary['status'];
  assignee_id: string | null;
  team_id: string | null;
  assistant_mode: ConversationSummary['assistantMode'];
  owner: ConversationSummary['owner'];
  last_inbound_at: Date | null;
  window_expires_at: Date | null;
  tags: string[];
  source_network: string | null;
  source_link_id: string | null;
  source_item_id: string | null;
  assistant_paused_until: Date | null;
  created_at: Date;
}

const SUMMARY = `select c.id, c.contact_id, c.channel_id, ch.kind as channel_kind, c.status, c.assignee_id, c.team_id, c.assistant_mode, c.owner, c.last_inbound_at, c.window_expires_at, c.tags,
  c.source_network, c.source_link_id, c.source_item_id, c.assistant_paused_until, c.created_at from conversation c join channel ch on ch.id = c.channel_id`;
const LINE = 'select id, conversation_id, direction, author, type, text, sent_at, received_at from message';

interface LineRow {
  id: string;
  conversation_id: string;
  direction: 'in' | 'out';
  author: ThreadLine['author'];
  type: string;
  text: string | null;
  sent_at: Date;
  received_at: Date;
}

interface FoundRow {
  id: string;
  conversation_id: string;
  contact_id: string;
  direction: 'in' | 'out';
  text: string;
  sent_at: Date;
}

/** Conversations and their lines as other modules see them. */
@Injectable()
export class SummaryQuery {
  constructor(private readonly sql: Sql) {}

  async byIds(ids: readonly string[]): Promise<Map<string, ConversationSummary>> {
    if (ids.length === 0) return new Map();
    const rows = await this.sql.rows<SummaryRow>(`${SUMMARY} where c.id = any($1::uuid[])`, [ids]);
    return new Map(rows.map((row) => [row.id, summary(row)]));
  }

  async ofContact(contactId: string): Promise<ConversationSummary[]> {
    return (
      await this.sql.rows<SummaryRow>(`${SUMMARY} where c.contact_id = $1 order by c.activity_at desc`, [contactId])
    ).map(summary);
  }

  async thread(conversationId: string, limit: number): Promise<ThreadLine[]> {
    const rows = await this.sql.rows<LineRow>(
      `${LINE} where conversation_id = $1 and type not in ('note', 'reaction') order by sent_at desc, id desc limit $2`,
      [conversationId, limit],
    );
    return rows.reverse().map(line);
  }

  /** Messages that hold every word, the newest first. */
  async found(words: readonly string[], limit: number): Promise<FoundMessage[]> {
    if (words.length === 0) return [];
    const values: unknown[] = [limit];
    const rows = await this.sql.rows<FoundRow>(
      `select m.id, m.conversation_id, c.contact_id, m.direction, m.text, m.sent_at
       from message m join conversation c on c.id = m.conversation_id where ${holdsWords(words, values)} order by m.id desc limit $1`,
      values,
    );
    return rows.map(({ id, conversation_id: conversationId, contact_id: contactId, direction, text, sent_at: at }) => ({
      id,
      conversationId,
      contactId,
      direction,
      text,
      at,
    }));
  }

  async messages(ids: readonly string[]): Promise<Map<string, ThreadLine>> {
    if (ids.length === 0) return new Map();
    const rows = await this.sql.rows<LineRow>(`${LINE} where id = any($1::uuid[])`, [ids]);
    return new Map(rows.map((row) => [row.id, line(row)]));
  }
}

const summary = (row: SummaryRow): ConversationSummary => ({
  id: row.id,
  contactId: row.contact_id,
  channelId: row.channel_id,
  channelKind: row.channel_kind,
  status: row.status,
  assigneeId: row.assignee_id,
  teamId: row.team_id,
  assistantMode: row.assistant_mode,
  owner: row.owner,
  lastInboundAt: row.last_inbound_at,
  windowExpiresAt: row.window_expires_at,
  tags: row.tags,
  sourceNetwork: row.source_network,
  sourceLinkId: row.source_link_id,
  sourceItemId: row.source_item_id,
  assistantPausedUntil: row.assistant_paused_until,
  createdAt: row.created_at,
});

const line = (row: LineRow): ThreadLine => ({
  id: row.id,
  conversationId: row.conversation_id,
  direction: row.direction,
  author: row.author,
  type: row.type,
  text: row.text,
  at: row.sent_at,
  receivedAt: row.received_at,
});
