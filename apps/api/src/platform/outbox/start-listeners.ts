import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Transaction } from '../database/transaction.js';
import { JobRunner } from '../jobs/job-runner.js';
import { EventLog } from './event-log.js';
import { ListenerCursor } from './listener-cursor.js';
import { ListenerRegistry, listenerJobName } from './listener-registry.js';
import { RunListener } from './run-listener.js';

const SWEEP_MS = 2000;

/** Makes each listener of this process a worker of its own, so that a slow one delays nobody. */
@Injectable()
export class StartListeners implements OnApplicationBootstrap {
  private readonly logger = new Logger('listeners');

  constructor(
    private readonly config: Config,
    private readonly registry: ListenerRegistry,
    private readonly runner: JobRunner,
    private readonly transaction: Transaction,
    private readonly log: EventLog,
    private readonly cursor: ListenerCursor,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.works) return;
    for (const listener of this.registry.all()) {
      await this.cursor.ensure(listener.name);
      const run = new RunListener(listener, {
        transaction: this.transaction,
        log: this.log,
        cursor: this.cursor,
        logger: this.logger,
      });
      this.runner.start({
        name: listenerJobName(listener),
        sweepMs: SWEEP_MS,
        run: () => run.next(),
        behindMs: () => run.behindMs(),
        restMs: (handled) => run.restMs(handled),
      });
    }
  }
}
