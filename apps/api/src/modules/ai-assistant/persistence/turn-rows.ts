import { Injectable } from '@nestjs/common';
import { LONGEST_MS, SILENCE_MS } from '../decide/burst.js';
import { Sql } from '../../../platform/database/sql.js';
import type { Intent } from '../understand/intents/intent.js';
import { SealedSlots } from './sealed-slots.js';

export type TurnMode = 'auto' | 'suggest';
export type TurnState = 'waiting' | 'thinking' | 'answered' | 'suggested' | 'silent' | 'failed' | 'dismissed' | 'used';

export interface AskedTurn {
  id: string;
  conversationId: string;
  messageIds: readonly string[];
  mode: TurnMode;
  firstAt: Date;
  /** When the last message of the burst was received. */
  lastAt: Date;
  dueAt: Date;
  at: Date;
}

export interface ClaimedTurn {
  id: string;
  conversationId: string;
  messageIds: string[];
  mode: TurnMode;
  firstAt: Date;
  attempts: number;
}

/** Everything that is kept of how a turn came about. */
export interface TurnTrace {
  engine: string;
  engineVersion: string;
  intents: readonly { intent: Intent; confidence: number }[];
  items: readonly { sku: string; because: string }[];
  slots: object;
  facts: readonly { id: string; sku: string; name: string; version: number | null }[];
  decision: object;
  rejected: readonly object[];
  reply: string;
  /** Milliseconds by step. */
  latency: Readonly<Record<string, number>>;
}

export interface Finish {
  state: Exclude<TurnState, 'waiting' | 'thinking'>;
  /** All messages that were read for it. */
  messageIds: readonly string[];
  reason: string | null;
  replyMessageId: string | null;
  trace: TurnTrace | null;
  at: Date;
}

/** A process that dies while it thinks leaves the turn to others after this. */
const LEASE_S = 5;

/** Answers in the making, and their claim. */
@Injectable()
export class TurnRows {
  constructor(
    private readonly sql: Sql,
    private readonly slots: SealedSlots,
  ) {}

  /** Begins an answer, or lets the messages join the one in the making, which is thought over again. */
  async ask({ id, conversationId, messageIds, mode, firstAt, lastAt, dueAt, at }: AskedTurn): Promise<void> {
    await this.sql.rows(
      `insert into assistant_turn (id, conversation_id, message_ids, state, mode, first_at, due_at, created_at) values ($1, $2, $3, 'waiting', $4, $5, $6, $7)
       on conflict (conversation_id) where state in ('waiting', 'thinking') do update set
         state = 'waiting', lease_until = null, mode = excluded.mode,
         message_ids = assistant_turn.message_ids || array(select m from unnest(excluded.message_ids) with ordinality u (m, n) where m <> all(assistant_turn.message_ids) order by n),
         due_at = least($8::timestamptz + make_interval(secs => $9), assistant_turn.first_at + make_interval(secs => $10))`,
      [id, conversationId, messageIds, mode, firstAt, dueAt, at, lastAt, SILENCE_MS / 1000, LONGEST_MS / 1000],
    );
  }

  /** Takes the turns that are due longest, so many at most. One far in the future was dated by a clock that was set back since. */
  claim(now: Date, most: number): Promise<ClaimedTurn[]> {
    return this.sql.rows<ClaimedTurn>(
      `update assistant_turn set state = 'thinking', attempts = attempts + 1, lease_until = clock_timestamp() + make_interval(secs => $2)
        where id in (
          select id from assistant_turn
          where (state = 'waiting' and (due_at <= $1 or due_at > $1::timestamptz + interval '10 seconds')) or (state = 'thinking' and lease_until < clock_timestamp())
          order by due_at limit $3 for update skip locked)
        returning id, conversation_id as "conversationId", message_ids as "messageIds", mode, first_at as "firstAt", attempts`,
      [now, LEASE_S, most],
    );
  }

  /** Messages of the conversation's latest finished turns: they are answered, whatever event still speaks of them. */
  async answered(conversationId: string): Promise<Set<string>> {
    const rows = await this.sql.rows<{ messageIds: string[] }>(
      `select message_ids as "messageIds" from assistant_turn where conversation_id = $1 and state not in ('waiting', 'thinking') order by id desc limit 20`,
      [conversationId],
    );
    return new Set(rows.flatMap(({ messageIds }) => messageIds));
  }

  /** Locks the turn as it was claimed; false when the customer wrote on in the meantime. */
  async still({ id, messageIds, attempts }: ClaimedTurn): Promise<boolean> {
    const rows = await this.sql.rows(
      `select 1 from assistant_turn where id = $1 and state = 'thinking' and attempts = $2 and cardinality(message_ids) = $3 for update`,
      [id, attempts, messageIds.length],
    );
    return rows.length > 0;
  }

  /** Lets the messages that came in join, and waits for the rest of the burst. */
  async wait(id: string, messageIds: readonly string[], dueAt: Date): Promise<void> {
    await this.sql.rows(
      `update assistant_turn set state = 'waiting', lease_until = null, attempts = 0, message_ids = $2, due_at = $3 where id = $1`,
      [id, messageIds, dueAt],
    );
  }

  async finish(id: string, { state, messageIds, reason, replyMessageId, trace, at }: Finish): Promise<void> {
    await this.sql.rows(
      `update assistant_turn set state = $2, reason = $3, reply_message_id = $4, finished_at = $5, lease_until = null,
         engine = $6, engine_version = $7, intents = $8, items = $9, slots = $10, facts = $11, decision = $12, rejected = $13, reply = $14, latency = $15, message_ids = $16
       where id = $1`,
      [
        id,
        state,
        reason,
        replyMessageId,
        at,
        trace?.engine ?? null,
        trace?.engineVersion ?? null,
        json(trace?.intents ?? []),
        json(trace?.items ?? []),
        json(this.slots.seal(trace?.slots ?? {})),
        json(trace?.facts ?? []),
        trace ? json(trace.decision) : null,
        json(trace?.rejected ?? []),
        trace?.reply ?? null,
        json(trace?.latency ?? {}),
        messageIds,
      ],
    );
  }
}

const json = (value: unknown): string => JSON.stringify(value);
