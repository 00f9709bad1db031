import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import Bull, { type Queue } from 'bull';
import { Config } from '../config/config.js';
import { BullConnections } from './bull-connections.js';

const KEEP_FAILED = 20;

/** One Bull queue for each worker. Jobs carry no data: what is to be done stands in Postgres. */
@Injectable()
export class NudgeQueues implements OnApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private readonly queues = new Map<string, Queue>();
  private readonly connections: BullConnections;
  private lastComplaint = 0;

  constructor(config: Config) {
    this.connections = new BullConnections(config.redisUrl);
  }

  of(name: string): Queue {
    let queue = this.queues.get(name);
    if (!queue) {
      queue = new Bull(name, {
        prefix: 'hilo',
        createClient: this.connections.create,
        defaultJobOptions: { removeOnComplete: true, removeOnFail: KEEP_FAILED, attempts: 1 },
        settings: { stalledInterval: 15_000, maxStalledCount: 5 },
      });
      queue.on('error', (error) => this.complain(error));
      this.queues.set(name, queue);
    }
    return queue;
  }

  nudge(name: string, delayMs: number): void {
    this.of(name)
      .add({}, delayMs > 0 ? { delay: delayMs } : {})
      .catch((error: unknown) => this.complain(error));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close().catch(() => undefined)));
    await this.connections.close();
  }

  private complain(error: unknown): void {
    if (Date.now() - this.lastComplaint < 10_000) return;
    this.lastComplaint = Date.now();
    this.logger.warn(
      `Redis does not answer; work goes on by sweeps: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
