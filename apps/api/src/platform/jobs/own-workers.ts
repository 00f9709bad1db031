import { AsyncResource } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';

/** The jobs that this process itself works off, and how each is made to look. */
@Injectable()
export class OwnWorkers {
  private readonly wakers = new Map<string, () => void>();

  /** `wake` returns at once and runs where it was registered: never in the transaction of whoever wakes it. */
  register(jobName: string, wake: () => void): void {
    this.wakers.set(jobName, AsyncResource.bind(wake));
  }

  forgetAll(): void {
    this.wakers.clear();
  }

  /** @returns false when the job is worked off elsewhere. */
  wake(jobName: string): boolean {
    const wake = this.wakers.get(jobName);
    wake?.();
    return wake !== undefined;
  }
}
