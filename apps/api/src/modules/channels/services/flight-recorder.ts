import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../../platform/database/keyset-page.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { DomainError, notFound } from '../../../platform/http/domain-error.js';
import { UUID_PATTERN } from '../../../platform/ids/uuid.js';
import { AuditTrail, type Principal } from '../../auth/index.js';
import { FlightRecorderQuery, type RecordedWebhook, type WebhookFilter } from '../persistence/flight-recorder.query.js';
import { ReplayWebhook } from './replay-webhook.js';
import { SearchWebhooks } from './search-webhooks.js';

/** Every proven webhook, what became of it, and another chance for it. */
@Injectable()
export class FlightRecorder {
  constructor(
    private readonly query: FlightRecorderQuery,
    private readonly searching: SearchWebhooks,
    private readonly replaying: ReplayWebhook,
    private readonly encryption: Encryption,
    private readonly audit: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** Newest first. `q` looks into the bodies. */
  async page({
    q,
    cursor,
    ...asked
  }: Omit<WebhookFilter, 'before'> & { q?: string; cursor?: string }): Promise<Page<RecordedWebhook>> {
    const before = beforeOf(cursor);
    const filter = { ...asked, ...(before !== undefined && { before }) };
    if (q !== undefined) return this.searching.search(q, filter);
    const rows = await this.query.page({ ...filter, limit: filter.limit + 1 });
    return pageOf(
      rows,
      filter.limit,
      ({ id }) => [id],
      (row) => row,
    );
  }

  /** @throws not_found */
  async open(id: string): Promise<{ webhook: RecordedWebhook; body: string }> {
    const found = await this.query.one(id);
    if (!found) throw notFound('webhook');
    const { body, ...webhook } = found;
    return { webhook, body: this.encryption.decryptBytes(body).toString('utf8') };
  }

  /** Runs it again; what was already done is not done twice. @throws not_found */
  async replay(by: Principal, id: string): Promise<RecordedWebhook> {
    await this.transaction.run(async () => {
      await this.replaying.replay(id);
      await this.audit.record(by, 'webhook-event.replayed', { type: 'webhook-event', id });
    });
    return (await this.open(id)).webhook;
  }
}

function beforeOf(cursor: string | undefined): string | undefined {
  const [id] = decodeCursor(cursor, 1) ?? [];
  if (id === undefined) return undefined;
  if (id === null || !UUID_PATTERN.test(id))
    throw new DomainError('invalid_cursor', 400, 'This cursor does not belong to this list: start again without one.');
  return id;
}
