import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Config } from '../config/config.js';
import { Courtesy } from './courtesy.js';
import { NudgeQueues } from './nudge-queues.js';
import { OwnWorkers } from './own-workers.js';
import { Job, type WorkerJob } from './worker-job.js';

/** Runs every worker job of this process: one at a time for each job, by nudge or by sweep. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  private stopping = false;

  constructor(
    private readonly config: Config,
    private readonly discovery: DiscoveryService,
    private readonly queues: NudgeQueues,
    private readonly courtesy: Courtesy,
    private readonly own: OwnWorkers,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.works) return;
    for (const job of this.jobs()) this.start(job);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.own.forgetAll();
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.running.values());
  }

  private jobs(): WorkerJob[] {
    return this.discovery
      .getProviders({ metadataKey: Job.KEY })
      .map((wrapper) => wrapper.instance as WorkerJob)
      .filter(Boolean);
  }

  /** Starts one worker; those marked `@Job` start by themselves. */
  start(job: WorkerJob): void {
    void this.queues
      .of(job.name)
      .process(1, () => this.nudged(job))
      .catch((error: unknown) => this.logger.warn(`${job.name}: ${String(error)}`));
    this.own.register(job.name, () => void this.drain(job));
    // The sweep does not pass through Redis, so it works while Redis is away.
    const timer = setInterval(() => void this.drain(job), job.sweepMs);
    timer.unref();
    this.timers.push(timer);
    void this.drain(job);
  }

  /** A nudge is done with once it is heard: those that come while the job runs do not queue up, they make it look once more. */
  private nudged(job: WorkerJob): Promise<void> {
    void this.drain(job);
    return Promise.resolve();
  }

  private drain(job: WorkerJob): Promise<void> {
    const busy = this.running.get(job.name);
    if (busy) {
      this.again.add(job.name);
      return busy;
    }
    const work = this.loop(job);
    this.running.set(job.name, work);
    return work;
  }

  private async round(job: WorkerJob): Promise<number> {
    if (this.stopping) return 0;
    const handled = await this.courtesy.run(() => job.run(), job.behindMs?.());
    const restMs = handled > 0 && !this.stopping ? (job.restMs?.(handled) ?? 0) : 0;
    if (restMs > 0) await pause(restMs);
    return handled;
  }

  private async loop(job: WorkerJob): Promise<void> {
    try {
      do {
        this.again.delete(job.name);
        let handled = 0;
        do handled = await this.round(job);
        while (handled > 0);
      } while (this.again.has(job.name) && !this.stopping);
    } catch (error) {
      this.logger.error({ job: job.name, err: error }, `${job.name} failed; the sweep tries again`);
    } finally {
      // In the same step as the last look at `again`: whoever wakes it from here on begins anew, and nobody falls between.
      this.running.delete(job.name);
    }
  }
}
