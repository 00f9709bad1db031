import { Injectable } from '@nestjs/common';
import { encodeCursor, type Page } from '../../../platform/database/keyset-page.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { FlightRecorderQuery, type RecordedWebhook, type WebhookFilter } from '../persistence/flight-recorder.query.js';

const OPENED_AT_ONCE = 250;
const MOST_OPENED = 2000;

/**
 * Finds recorded webhooks by a text of their bodies (an id, a phone, a word). Bodies are sealed, so they are opened one
 * by one, newest first, at most `MOST_OPENED` in a request; the cursor then leads on from there.
 */
@Injectable()
export class SearchWebhooks {
  constructor(
    private readonly recorder: FlightRecorderQuery,
    private readonly encryption: Encryption,
  ) {}

  async search(text: string, filter: WebhookFilter): Promise<Page<RecordedWebhook>> {
    const needle = text.toLowerCase();
    const found: RecordedWebhook[] = [];
    let before = filter.before;
    for (let opened = 0; opened < MOST_OPENED; opened += OPENED_AT_ONCE) {
      const rows = await this.recorder.sealed({
        ...filter,
        ...(before !== undefined && { before }),
        limit: OPENED_AT_ONCE,
      });
      for (const { body, ...row } of rows) {
        before = row.id;
        if (!this.tells(body, row.id, needle)) continue;
        found.push(row);
        if (found.length === filter.limit) return { data: found, nextCursor: encodeCursor([row.id]) };
      }
      if (rows.length < OPENED_AT_ONCE) return { data: found, nextCursor: null };
    }
    return { data: found, nextCursor: encodeCursor([before ?? null]) };
  }

  private tells(sealed: string, id: string, needle: string): boolean {
    return id === needle || this.encryption.decryptBytes(sealed).toString('utf8').toLowerCase().includes(needle);
  }
}
