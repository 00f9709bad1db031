import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { newId } from '../../../platform/ids/uuid.js';
import { RateLimit } from '../../../platform/rate-limit/rate-limit.js';
import { Channels } from '../../channels/index.js';
import { DeliveryRows, type DueMessage } from '../persistence/delivery-rows.js';
import { AttemptDelivery } from './attempt-delivery.js';
import { DELIVER_JOB } from './deliver-job.js';
import { DispatchTools } from './dispatch-tools.js';

const MOST_IN_THE_AIR = 64;
/** Longer than any call may last: a lease that ran out means that its process died. */
const LEASE_MS = 30_000;

/** Hands waiting messages to their providers: as many a second as each sender number may, in order for each customer. */
@Injectable()
export class DeliverMessages implements OnApplicationShutdown {
  private readonly logger = new Logger('deliver');
  private readonly inTheAir = new Set<Promise<void>>();

  constructor(
    private readonly rows: DeliveryRows,
    private readonly channels: Channels,
    private readonly attempt: AttemptDelivery,
    private readonly tokens: RateLimit,
    private readonly tools: DispatchTools,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.inTheAir);
  }

  /** Starts what is due; does not wait for the calls. @returns how many were started. */
  async start(): Promise<number> {
    let started = 0;
    for (const channelId of await this.rows.channelsWithWork(this.tools.clock.now())) {
      const free = MOST_IN_THE_AIR - this.inTheAir.size;
      if (free <= 0) return started;
      const leased = await this.lease(channelId, free);
      for (const message of leased) this.launch(message);
      started += leased.length;
    }
    return started;
  }

  private lease(channelId: string, most: number): Promise<DueMessage[]> {
    return this.tools.transaction.run(async () => {
      const now = this.tools.clock.now();
      const due = await this.rows.due(channelId, now, most);
      if (due.length === 0) return [];
      const rate = (await this.channels.find(channelId))?.rate ?? 1;
      const { taken, waitMs } = await this.tokens.take(`send:${channelId}`, rate, Math.max(1, rate), due.length);
      if (taken < due.length) this.tools.waker.wake(DELIVER_JOB, Math.max(10, waitMs));
      if (taken === 0) return [];
      const named = due.slice(0, taken).map((messageId) => ({ messageId, attemptId: newId() }));
      return this.rows.lease(named, now, new Date(now.getTime() + LEASE_MS));
    });
  }

  private launch(message: DueMessage): void {
    const call = this.attempt
      .deliver(message)
      .catch((error: unknown) =>
        this.logger.error(
          { err: error, messageId: message.messageId },
          'the outcome of a delivery could not be recorded',
        ),
      )
      .finally(() => {
        this.inTheAir.delete(call);
        this.tools.waker.wake(DELIVER_JOB);
      });
    this.inTheAir.add(call);
  }
}
