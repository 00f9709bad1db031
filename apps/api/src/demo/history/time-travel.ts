import { Injectable } from '@nestjs/common';
import { SystemClock } from '../../platform/clock/system-clock.js';
import { SandboxClock } from '../../modules/channels/services/sandbox-clock.js';

/** Lets the product live through the past. */
@Injectable()
export class TimeTravel {
  constructor(
    private readonly clock: SystemClock,
    private readonly shared: SandboxClock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  to(at: Date): void {
    this.clock.shiftTo(at.getTime() - Date.now());
  }

  /** Whatever happens in there, the clock is right again afterwards; meanwhile it follows nobody else. */
  async during<T>(work: (now: Date) => Promise<T>): Promise<T> {
    this.shared.onApplicationShutdown();
    await this.shared.follow();
    const offset = this.clock.offset;
    try {
      return await work(this.clock.now());
    } finally {
      this.clock.shiftTo(offset);
      await this.shared.onApplicationBootstrap();
    }
  }
}
