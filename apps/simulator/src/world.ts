import { randomBytes } from 'node:crypto';
import { SimulatedClock } from './clock/simulated-clock.js';
import { Switches } from './faults/switches.js';
import { Ledger } from './ledger/ledger.js';
import { ChangeFeed } from './phone/change-feed.js';
import { Customers } from './phone/customers.js';
import type { WhatsAppAccount } from './whatsapp/account.js';
import { MediaStore } from './whatsapp/media/media-store.js';
import { PlayedNumbers } from './whatsapp/numbers/played-numbers.js';
import { TemplateLibrary } from './whatsapp/templates/template-library.js';

export interface WorldOptions {
  /** The number that is played before any is told. */
  account: WhatsAppAccount;
  /** Origin of the product, without a trailing slash. */
  targetUrl: string;
  /** Waits before each further attempt at a webhook, ms. */
  webhookRetryMs: readonly number[];
  webhookTimeoutMs: number;
}

/** Everything the simulator remembers. One per running simulator; routes act on it. */
export class World {
  readonly targetUrl: string;
  readonly clock = new SimulatedClock();
  readonly switches = new Switches();
  readonly ledger = new Ledger();
  readonly customers = new Customers();
  readonly changes = new ChangeFeed();
  readonly media = new MediaStore();
  readonly templates = new TemplateLibrary();
  readonly numbers: PlayedNumbers;
  /** Proves the addresses of files. */
  readonly addressKey = randomBytes(32);
  /** Where this simulator is reached; known once it listens. */
  origin = '';

  constructor({ account, targetUrl, webhookRetryMs, webhookTimeoutMs }: WorldOptions) {
    this.targetUrl = targetUrl;
    const { clock, switches } = this;
    const wiring = { clock, switches, webhookRetryMs, webhookTimeoutMs };
    this.numbers = new PlayedNumbers(account, `${targetUrl}/webhooks/whatsapp`, wiring);
  }

  /** Back to the first moment, with the numbers it was told of. What is under way is forgotten. */
  reset(): void {
    for (const number of this.numbers.all()) number.reset();
    for (const part of [this.switches, this.ledger, this.customers, this.media, this.templates, this.clock])
      part.reset();
    this.changes.publish('reset', null, {});
  }

  async close(): Promise<void> {
    await Promise.all(this.numbers.all().map((number) => number.close()));
  }
}
