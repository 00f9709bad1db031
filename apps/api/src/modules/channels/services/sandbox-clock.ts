import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SystemClock } from '../../../platform/clock/system-clock.js';
import { Config } from '../../../platform/config/config.js';
import { clockNotMovable } from '../channels.errors.js';
import { SandboxOffset } from '../persistence/sandbox-offset.js';
import { Channels } from './channels.js';

const FOLLOW_MS = 1000;
const DAY_MS = 86_400_000;
/** Further than any deadline of the product. */
export const FARTHEST_MS = 366 * DAY_MS;

export interface ClockState {
  now: string;
  offsetMs: number;
  /** Only while every active channel is a sandbox. */
  movable: boolean;
}

/** Moves business time for the whole installation, in every process, and only while no customer can be touched by it. */
@Injectable()
export class SandboxClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly offset: SandboxOffset,
    private readonly channels: Channels,
    private readonly clock: SystemClock,
    private readonly config: Config,
  ) {}

  /** Without a simulator there is no sandbox and nothing to follow. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.simulatorUrl === null) return;
    await this.follow();
    this.timer = setInterval(() => void this.follow(), FOLLOW_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async state(): Promise<ClockState> {
    return {
      now: this.clock.now().toISOString(),
      offsetMs: this.clock.offset,
      movable: await this.channels.allSandbox(),
    };
  }

  /** @throws clock_not_movable */
  async advance(ms: number): Promise<ClockState> {
    await this.refuseLive();
    this.clock.shiftTo(await this.offset.advance(ms, FARTHEST_MS));
    return this.state();
  }

  /** Back to the machine's time. @throws clock_not_movable */
  async reset(): Promise<ClockState> {
    await this.refuseLive();
    await this.offset.reset();
    this.clock.shiftTo(0);
    return this.state();
  }

  /** What another process set holds here too; with a live channel only the machine's time does. */
  async follow(): Promise<void> {
    try {
      this.clock.shiftTo((await this.channels.allSandbox()) ? await this.offset.read() : 0);
    } catch {
      // The database is away: time goes on as it was, and the next look tells.
    }
  }

  private async refuseLive(): Promise<void> {
    this.channels.forget();
    if (!(await this.channels.allSandbox())) throw clockNotMovable();
  }
}
