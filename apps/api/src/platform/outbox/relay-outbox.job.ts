import { Injectable } from '@nestjs/common';
import { Waker } from '../jobs/waker.js';
import { Job, type WorkerJob } from '../jobs/worker-job.js';
import { EventLog } from './event-log.js';
import { ListenerRegistry } from './listener-registry.js';
import { RELAY_JOB } from './outbox.js';

const ROWS_A_ROUND = 200;

/** Moves what transactions left in the outbox into the log and nudges whoever listens. */
@Injectable()
@Job({})
export class RelayOutboxJob implements WorkerJob {
  readonly name = RELAY_JOB;
  readonly sweepMs = 1000;

  constructor(
    private readonly log: EventLog,
    private readonly listeners: ListenerRegistry,
    private readonly waker: Waker,
  ) {}

  async run(): Promise<number> {
    const moved = await this.log.moveFromOutbox(ROWS_A_ROUND);
    const topics = new Set(moved.map((row) => row.topic));
    for (const name of this.listeners.jobsFor(topics)) this.waker.wake(name);
    const rows = moved.reduce((sum, row) => sum + row.rows, 0);
    return rows === ROWS_A_ROUND ? rows : 0;
  }
}
