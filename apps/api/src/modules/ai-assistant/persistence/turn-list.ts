import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { Intent } from '../understand/intents/intent.js';
import { SealedSlots } from './sealed-slots.js';
import type { TurnMode, TurnState } from './turn-rows.js';

/** A turn as it is kept. */
export interface StoredTurn {
  id: string;
  conversationId: string;
  messageIds: string[];
  state: TurnState;
  mode: TurnMode;
  engine: string | null;
  engineVersion: string | null;
  intent: Intent | null;
  confidence: number | null;
  intents: { intent: Intent; confidence: number }[];
  items: { sku: string; because: string }[];
  slots: Record<string, string | number>;
  facts: { id: string; sku: string; name: string; version: number | null }[];
  decision: Record<string, unknown> | null;
  rejected: { draft: string; findings: { rule: string; found: string }[] }[];
  reply: string | null;
  replyMessageId: string | null;
  reason: string | null;
  latency: Record<string, number>;
  thumb: 'up' | 'down' | null;
  note: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

const TURN = `select id, conversation_id as "conversationId", message_ids as "messageIds", state, mode, engine, engine_version as "engineVersion", decision ->> 'intent' as intent,
  (decision ->> 'confidence')::float8 as confidence, intents, items, slots, facts, decision, rejected, reply, reply_message_id as "replyMessageId", reason, latency, thumb, note,
  created_at as "createdAt", finished_at as "finishedAt" from assistant_turn`;

/** Turns as people look at them, and what people make of them. */
@Injectable()
export class TurnList {
  constructor(
    private readonly sql: Sql,
    private readonly slots: SealedSlots,
  ) {}

  async byIds(ids: readonly string[]): Promise<Map<string, StoredTurn>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.read(`where id = any($1::uuid[])`, [ids])).map((turn) => [turn.id, turn]));
  }

  /** Newest first, `limit + 1` of them. */
  page(conversationId: string, limit: number, before: string | null): Promise<StoredTurn[]> {
    return this.read(`where conversation_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`, [
      conversationId,
      before,
      limit + 1,
    ]);
  }

  /** The latest that is no longer in the making. */
  async last(conversationId: string): Promise<StoredTurn | undefined> {
    return (
      await this.read(`where conversation_id = $1 and state not in ('waiting', 'thinking') order by id desc limit 1`, [
        conversationId,
      ])
    )[0];
  }

  private async read(where: string, values: unknown[]): Promise<StoredTurn[]> {
    return (await this.sql.rows<StoredTurn>(`${TURN} ${where}`, values)).map((turn) => ({
      ...turn,
      slots: this.slots.open(turn.slots),
    }));
  }

  async rate(id: string, thumb: 'up' | 'down' | null, note: string | null): Promise<void> {
    await this.sql.rows('update assistant_turn set thumb = $2, note = $3 where id = $1', [id, thumb, note]);
  }

  /** What became of a suggestion; false when it is none any more. */
  async settle(id: string, state: 'used' | 'dismissed', reason: string | null): Promise<boolean> {
    return (
      (await this.sql.affected(
        `update assistant_turn set state = $2, reason = coalesce($3, reason) where id = $1 and state in ('suggested', $2)`,
        [id, state, reason],
      )) > 0
    );
  }
}
