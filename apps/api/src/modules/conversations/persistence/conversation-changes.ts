import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { AssistantMode, ConversationStatus, Owner } from '../domain/inbound-effect.js';

export interface ConversationPatch {
  status?: ConversationStatus;
  closeReason?: string | null;
  followUpAt?: Date | null;
  priority?: number;
  tags?: readonly string[];
  assigneeId?: string | null;
  teamId?: string | null;
  owner?: Owner;
  assistantMode?: AssistantMode;
  pausedUntil?: Date | null;
  sourceNetwork?: string | null;
  sourceLinkId?: string | null;
  sourceItemId?: string | null;
  leadId?: string | null;
  leadState?: string | null;
  leadQuality?: string | null;
  waitingSince?: Date | null;
}

const COLUMN: Readonly<Record<keyof ConversationPatch, string>> = {
  status: 'status',
  closeReason: 'close_reason',
  followUpAt: 'follow_up_at',
  priority: 'priority',
  tags: 'tags',
  assigneeId: 'assignee_id',
  teamId: 'team_id',
  owner: 'owner',
  assistantMode: 'assistant_mode',
  pausedUntil: 'assistant_paused_until',
  sourceNetwork: 'source_network',
  sourceLinkId: 'source_link_id',
  sourceItemId: 'source_item_id',
  leadId: 'lead_id',
  leadState: 'lead_state',
  leadQuality: 'lead_quality',
  waitingSince: 'waiting_since',
};

export interface Holder {
  assignee_id: string | null;
  team_id: string | null;
  version: number;
}

/** A conversation that the running transaction has locked. */
export interface Held extends Holder {
  priority: number;
}

@Injectable()
export class ConversationChanges {
  constructor(private readonly sql: Sql) {}

  /** Locks it and tells who has it. */
  holder(id: string): Promise<Held | undefined> {
    return this.sql.one<Held>(
      'select assignee_id, team_id, version, priority from conversation where id = $1 for update',
      [id],
    );
  }

  /** Whether the same person has another conversation on the same channel that is not closed: only one may be. */
  async anotherIsLive(id: string): Promise<boolean> {
    const row = await this.sql.one(
      `select 1 from conversation c join conversation v on v.contact_id = c.contact_id and v.channel_id = c.channel_id and v.id <> c.id where c.id = $1 and v.status <> 'closed'`,
      [id],
    );
    return row !== undefined;
  }

  async patch(id: string, patch: ConversationPatch): Promise<void> {
    const fields = Object.entries(patch).filter(([, value]) => value !== undefined) as [
      keyof ConversationPatch,
      unknown,
    ][];
    if (fields.length === 0) return;
    const sets = fields.map(([field], index) => `${COLUMN[field]} = $${index + 2}`);
    await this.sql.rows(`update conversation set ${sets.join(', ')}, version = version + 1 where id = $1`, [
      id,
      ...fields.map(([, value]) => value),
    ]);
  }

  async addTags(id: string, tags: readonly string[]): Promise<void> {
    await this.sql.rows(
      'update conversation set tags = array(select distinct t from unnest(tags || $2::text[]) t order by t), version = version + 1 where id = $1',
      [id, tags],
    );
  }

  /** Everything up to now is seen by this person. False when nothing changed. */
  async seen(id: string, userId: string, at: Date): Promise<boolean> {
    const rows = await this.sql.rows(
      `insert into conversation_seen (conversation_id, user_id, seen_inbound, seen_at) select id, $2, inbound_count, $3 from conversation where id = $1
       on conflict (conversation_id, user_id) do update set seen_inbound = excluded.seen_inbound, seen_at = excluded.seen_at
       where conversation_seen.seen_inbound <> excluded.seen_inbound returning user_id`,
      [id, userId, at],
    );
    return rows.length > 0;
  }

  /** Marks the last message as not seen, for this person alone; what was answered counts again. */
  async unseen(id: string, userId: string, at: Date): Promise<void> {
    await this.sql.rows(
      `with c as (update conversation set handled_inbound = least(handled_inbound, greatest(0, inbound_count - 1)) where id = $1 returning inbound_count)
       insert into conversation_seen (conversation_id, user_id, seen_inbound, seen_at) select $1, $2, greatest(0, inbound_count - 1), $3 from c
       on conflict (conversation_id, user_id) do update set seen_inbound = excluded.seen_inbound, seen_at = excluded.seen_at`,
      [id, userId, at],
    );
  }

  async putDraft(id: string, userId: string, mode: 'reply' | 'note', text: string, at: Date): Promise<void> {
    if (text === '')
      await this.sql.rows('delete from conversation_draft where conversation_id = $1 and user_id = $2 and mode = $3', [
        id,
        userId,
        mode,
      ]);
    else
      await this.sql.rows(
        `insert into conversation_draft (conversation_id, user_id, mode, text, updated_at) values ($1, $2, $3, $4, $5)
         on conflict (conversation_id, user_id, mode) do update set text = excluded.text, updated_at = excluded.updated_at`,
        [id, userId, mode, text, at],
      );
  }

  drafts(id: string, userId: string): Promise<{ mode: 'reply' | 'note'; text: string; updated_at: Date }[]> {
    return this.sql.rows(
      'select mode, text, updated_at from conversation_draft where conversation_id = $1 and user_id = $2',
      [id, userId],
    );
  }

  /** Snoozed ones whose time has come. */
  async wake(now: Date): Promise<(Holder & { id: string })[]> {
    return this.sql.rows(
      `update conversation set status = 'open', follow_up_at = null, activity_at = greatest(activity_at, $1), version = version + 1 where id = any(array(
         select id from conversation where status = 'follow_up' and follow_up_at <= $1 order by follow_up_at limit 100 for update skip locked
       )) returning id, assignee_id, team_id, version`,
      [now],
    );
  }
}
