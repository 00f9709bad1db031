import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { CountedWebhooks } from '../domain/channel-problems.js';

const MOST_KINDS = 50;

/** Both halves read partial indexes, so a healthy year costs nothing. */
const COUNTED = `select kind, door, reason, count(*)::int as count, max(received_at) as "latestAt", (array_agg(id order by received_at desc))[1] as "webhookEventId"
  from (
    select r.outcome as kind, r.door, r.reason, r.received_at, r.id from webhook_receipt r
    where r.outcome <> 'accepted' and r.received_at >= $1
    union all
    select 'set_aside', r.door, p.error, r.received_at, r.id from inbox_pending p join webhook_receipt r on r.id = p.receipt_id
    where p.set_aside_at is not null
  ) problem
  group by kind, door, reason order by max(received_at) desc limit $2`;

/** Webhooks that need a person, by what is wrong with them. */
@Injectable()
export class ChannelProblemsQuery {
  constructor(private readonly sql: Sql) {}

  counted(since: Date): Promise<CountedWebhooks[]> {
    return this.sql.rows<CountedWebhooks>(COUNTED, [since, MOST_KINDS]);
  }
}
