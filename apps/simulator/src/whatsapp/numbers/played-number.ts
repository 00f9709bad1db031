import type { SimulatedClock } from '../../clock/simulated-clock.js';
import type { Switches } from '../../faults/switches.js';
import type { WhatsAppAccount } from '../account.js';
import { RateLimit } from '../outbound/rate-limit.js';
import { Courier } from '../webhooks/courier.js';
import { StatusReporter } from '../webhooks/status-reporter.js';

/** What every number shares with the others. */
export interface Wiring {
  clock: SimulatedClock;
  switches: Switches;
  /** Waits before each further attempt at a webhook, ms. */
  webhookRetryMs: readonly number[];
  webhookTimeoutMs: number;
}

/** One number of a business: its secrets, its limits, and its own way of webhooks to the product. */
export class PlayedNumber {
  /** `verified_name` of the Graph API. */
  name = 'Tienda de prueba';
  /** The product has introduced it; false for the one of the environment until then. */
  told = false;
  /** It asked to be the one that customers write to when they name none. */
  primary = false;
  readonly limits = new RateLimit();
  readonly courier: Courier;
  readonly statuses: StatusReporter;

  constructor(
    readonly account: WhatsAppAccount,
    callbackUrl: string,
    { clock, switches, webhookRetryMs, webhookTimeoutMs }: Wiring,
  ) {
    this.courier = new Courier({
      account,
      clock,
      switches,
      callbackUrl,
      retryDelaysMs: webhookRetryMs,
      answerWithinMs: webhookTimeoutMs,
    });
    this.statuses = new StatusReporter(account, clock, switches, this.courier);
  }

  /** Its phone number id. */
  get id(): string {
    return this.account.phoneNumberId;
  }

  /** Forgets what is under way; it stays who it is. */
  reset(): void {
    this.statuses.reset();
    this.courier.reset();
    this.limits.reset();
  }

  async close(): Promise<void> {
    this.statuses.reset();
    await this.courier.close();
  }
}
