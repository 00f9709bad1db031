import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';

export interface RecordedWebhook {
  id: string;
  door: string;
  received_at: Date;
  size: number;
  events: number;
  outcome: string;
  reason: string | null;
  pending: number;
  set_aside: number;
  error: string | null;
}

const COLUMNS = `r.id, r.door, r.received_at, r.size, r.events,
  case when p.set_aside > 0 then 'set_aside' when p.pending > 0 then 'pending' else r.outcome end as outcome, r.reason,
  coalesce(p.pending, 0)::int as pending, coalesce(p.set_aside, 0)::int as set_aside, p.error`;
const WAITING = `left join lateral (
    select count(*) filter (where set_aside_at is null) as pending, count(*) filter (where set_aside_at is not null) as set_aside, max(error) as error
    from inbox_pending where receipt_id = r.id) p on true`;

const waits = (state: 'null' | 'not null'): string =>
  `exists (select 1 from inbox_pending w where w.receipt_id = r.id and w.set_aside_at is ${state})`;

/** By what became of a webhook; `problem` is whatever needs a person. */
const OUTCOMES = {
  accepted: `and r.outcome = 'accepted' and not exists (select 1 from inbox_pending w where w.receipt_id = r.id)`,
  pending: `and ${waits('null')}`,
  set_aside: `and ${waits('not null')}`,
  not_understood: `and r.outcome = 'not_understood'`,
  unknown_channel: `and r.outcome = 'unknown_channel'`,
  problem: `and (r.outcome <> 'accepted' or ${waits('not null')})`,
};

export interface WebhookFilter {
  outcome?: WebhookOutcome;
  door?: string;
  /** Only those older than this id. */
  before?: string;
  limit: number;
}

export type WebhookOutcome = keyof typeof OUTCOMES;
export const WEBHOOK_OUTCOMES = Object.keys(OUTCOMES) as WebhookOutcome[];

@Injectable()
export class FlightRecorderQuery {
  constructor(private readonly sql: Sql) {}

  /** Newest first, below the cursor's id. */
  page(filter: WebhookFilter): Promise<RecordedWebhook[]> {
    return this.select(COLUMNS, filter);
  }

  /** The same rows with their sealed bodies, for a search that has to open them. */
  sealed(filter: WebhookFilter): Promise<(RecordedWebhook & { body: string })[]> {
    return this.select(`${COLUMNS}, r.body`, filter);
  }

  one(id: string): Promise<(RecordedWebhook & { body: string }) | undefined> {
    return this.sql.one(`select ${COLUMNS}, r.body from webhook_receipt r ${WAITING} where r.id = $1`, [id]);
  }

  /** Until the transaction ends, whoever else wants this webhook waits. */
  async lock(id: string): Promise<void> {
    await this.sql.rows('select 1 from webhook_receipt where id = $1 for update', [id]);
  }

  async settle(id: string, outcome: string, reason: string | null, events: number): Promise<void> {
    await this.sql.rows('update webhook_receipt set outcome = $2, reason = $3, events = $4 where id = $1', [
      id,
      outcome,
      reason,
      events,
    ]);
  }

  async lastReceived(): Promise<Map<string, Date>> {
    const rows = await this.sql.rows<{ door: string; at: Date }>(
      'select door, max(received_at) as at from (select door, received_at from webhook_receipt order by id desc limit 200) r group by door',
    );
    return new Map(rows.map(({ door, at }) => [door, at]));
  }

  badSignatures(since: Date): Promise<{ door: string; count: string }[]> {
    return this.sql.rows(
      'select door, sum(bad_signatures) as count from door_count where day >= $1::date group by door',
      [since],
    );
  }

  private select<R extends RecordedWebhook>(
    columns: string,
    { outcome, door, before, limit }: WebhookFilter,
  ): Promise<R[]> {
    return this.sql.rows<R>(
      `select ${columns} from webhook_receipt r ${WAITING}
       where ($1::uuid is null or r.id < $1) and ($2::text is null or r.door = $2) ${outcome ? OUTCOMES[outcome] : ''}
       order by r.id desc limit $3`,
      [before ?? null, door ?? null, limit],
    );
  }
}
