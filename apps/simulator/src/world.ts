import { SimulatedClock } from './clock/simulated-clock.js';
import { Switches } from './faults/switches.js';
import { Ledger } from './ledger/ledger.js';
import { ChangeFeed } from './phone/change-feed.js';
import { Customers } from './phone/customers.js';
import type { WhatsAppAccount } from './whatsapp/account.js';
import { MediaStore } from './whatsapp/media/media-store.js';
import { RateLimit } from './whatsapp/outbound/rate-limit.js';
import { TemplateStore } from './whatsapp/templates/template-store.js';
import { Courier } from './whatsapp/webhooks/courier.js';
import { StatusReporter } from './whatsapp/webhooks/status-reporter.js';

export interface WorldOptions {
  account: WhatsAppAccount;
  /** Origin of the product, without a trailing slash. */
  targetUrl: string;
  /** Waits before each further attempt at a webhook, ms. */
  webhookRetryMs: readonly number[];
  webhookTimeoutMs: number;
}

/** Everything the simulator remembers. One per running simulator; routes act on it. */
export class World {
  readonly account: WhatsAppAccount;
  readonly targetUrl: string;
  readonly clock = new SimulatedClock();
  readonly switches = new Switches();
  readonly ledger = new Ledger();
  readonly customers = new Customers();
  readonly changes = new ChangeFeed();
  readonly media = new MediaStore();
  readonly templates = new TemplateStore();
  readonly limits = new RateLimit();
  readonly courier: Courier;
  readonly statuses: StatusReporter;
  /** Where this simulator is reached; known once it listens. */
  origin = '';

  constructor(options: WorldOptions) {
    this.account = options.account;
    this.targetUrl = options.targetUrl;
    const { account, clock, switches } = this;
    const callbackUrl = `${options.targetUrl}/webhooks/whatsapp`;
    this.courier = new Courier({
      account,
      clock,
      switches,
      callbackUrl,
      retryDelaysMs: options.webhookRetryMs,
      answerWithinMs: options.webhookTimeoutMs,
    });
    this.statuses = new StatusReporter(account, clock, switches, this.courier);
  }

  /** Back to the first moment. What is under way is forgotten. */
  reset(): void {
    this.statuses.reset();
    this.courier.reset();
    for (const part of [
      this.switches,
      this.ledger,
      this.customers,
      this.media,
      this.templates,
      this.limits,
      this.clock,
    ])
      part.reset();
    this.changes.publish('reset', null, {});
  }

  async close(): Promise<void> {
    this.statuses.reset();
    await this.courier.close();
  }
}
