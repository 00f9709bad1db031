import { Agent } from 'undici';
import type { SimulatedClock } from '../../clock/simulated-clock.js';
import type { Switches } from '../../faults/switches.js';
import type { WhatsAppAccount } from '../account.js';
import { envelope, type Change } from './envelope.js';
import { hubSignature, metaJson } from './signed-body.js';

/** What became of one POST to the product. */
export interface Delivery {
  outcome: 'acknowledged' | 'retrying' | 'dropped';
  attempts: number;
  /** Round trip of the last attempt. */
  ms: number;
  /** HTTP status of the last attempt; 0: no answer. */
  status: number;
}

export interface CourierOptions {
  account: WhatsAppAccount;
  clock: SimulatedClock;
  switches: Switches;
  callbackUrl: string;
  /** Waits before each further attempt; when they are used up, the webhook is dropped. */
  retryDelaysMs: readonly number[];
  answerWithinMs: number;
}

interface Parcel {
  changes: Change[];
  told: ((delivery: Delivery) => void)[];
}

interface Update {
  change: Change;
  told: (delivery: Delivery) => void;
}

const CONCURRENT = 16;
const ignore = (): void => undefined;

/** Carries signed webhooks to the product: at once while it keeps up, in growing batches while it does not, again and again until it answers 200. */
export class Courier {
  /** Where webhooks go now: home, or an address that the account has set for itself. */
  callbackUrl: string;
  readonly counts = { acknowledged: 0, failed: 0, dropped: 0, updates: 0 };
  private readonly agent: Agent;
  private readonly waiting: Update[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();
  private home: string;
  private flying = 0;

  constructor(private readonly options: CourierOptions) {
    this.home = this.callbackUrl = options.callbackUrl;
    this.agent = new Agent({
      connections: CONCURRENT * 2,
      headersTimeout: options.answerWithinMs,
      bodyTimeout: options.answerWithinMs,
      connect: { timeout: 3000 },
    });
  }

  /** Webhooks go here from now on, also after a reset. */
  settle(callbackUrl: string): void {
    this.home = this.callbackUrl = callbackUrl;
  }

  /** Queues one update. `told` hears of every attempt at it. */
  send(change: Change, told: (delivery: Delivery) => void = ignore): void {
    if (this.options.switches.state.webhooks === 'off') return;
    this.counts.updates += 1;
    this.waiting.push({ change, told });
    this.pump();
  }

  /** Sends these very changes as one webhook, past the queue. Resolves after the first attempt. */
  sendTogether(changes: Change[], copies = 1): Promise<Delivery> {
    this.counts.updates += changes.length;
    return new Promise((resolve) => this.post({ changes, told: [resolve] }, copies));
  }

  /** What is waiting or under way. */
  pending(): number {
    return this.waiting.length + this.flying + this.timers.size;
  }

  /** Takes up what was held back. */
  pump(): void {
    if (this.options.switches.state.webhooks === 'held') return;
    while (this.flying < CONCURRENT && this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.options.switches.state.batchMax);
      this.post({ changes: batch.map(({ change }) => change), told: batch.map(({ told }) => told) });
    }
  }

  /** Forgets everything under way, and an address of its own. */
  reset(): void {
    this.callbackUrl = this.home;
    Object.assign(this.counts, { acknowledged: 0, failed: 0, dropped: 0, updates: 0 });
    this.waiting.length = 0;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  async close(): Promise<void> {
    this.reset();
    await this.agent.destroy();
  }

  private post(parcel: Parcel, copies = this.options.switches.state.webhookCopies): void {
    const { account, clock, switches } = this.options;
    const body = metaJson(envelope(account, parcel.changes, clock.seconds()));
    const secret = switches.state.badSignature ? `${account.appSecret}?` : account.appSecret;
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'facebookexternalua',
      'x-hub-signature-256': hubSignature(secret, body),
    };
    for (let copy = 0; copy < copies; copy++)
      void this.attempt({ ...parcel, told: copy === 0 ? parcel.told : [] }, body, headers, 0);
  }

  private async attempt(parcel: Parcel, body: string, headers: Record<string, string>, tries: number): Promise<void> {
    this.flying += 1;
    const started = performance.now();
    const status = await this.answerTo(body, headers);
    const ms = Math.round((performance.now() - started) * 10) / 10;
    this.flying -= 1;
    const wait = this.options.retryDelaysMs[tries];
    const outcome =
      status === 200 ? 'acknowledged' : wait === undefined || this.agent.destroyed ? 'dropped' : 'retrying';
    this.counts[outcome === 'retrying' ? 'failed' : outcome] += 1;
    for (const told of parcel.told) told({ outcome, attempts: tries + 1, ms, status });
    if (outcome === 'retrying') this.later(() => void this.attempt(parcel, body, headers, tries + 1), wait ?? 0);
    this.pump();
  }

  private async answerTo(body: string, headers: Record<string, string>): Promise<number> {
    try {
      const url = new URL(this.callbackUrl);
      const signal = AbortSignal.timeout(this.options.answerWithinMs);
      const answer = await this.agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'POST',
        headers,
        body,
        signal,
      });
      await answer.body.dump();
      return answer.statusCode;
    } catch {
      return 0;
    }
  }

  private later(work: () => void, ms: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, ms);
    this.timers.add(timer);
  }
}
