import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { AuditTrail, type Principal } from '../../auth/index.js';
import { type ClockState, SandboxClock } from './sandbox-clock.js';
import { SimulatorCalls } from './simulator-calls.js';

/** Both sides of the wire move together. */
@Injectable()
export class MoveSandboxClock {
  constructor(
    private readonly clock: SandboxClock,
    private readonly simulator: SimulatorCalls,
    private readonly audit: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws not_found without a sandbox */
  async state(): Promise<ClockState> {
    await this.simulator.requireSandbox();
    return this.clock.state();
  }

  /** @throws not_found, clock_not_movable */
  advance(by: Principal, ms: number): Promise<ClockState> {
    return this.move(by, { advanceMs: ms }, () => this.clock.advance(ms));
  }

  /** @throws not_found, clock_not_movable */
  reset(by: Principal): Promise<ClockState> {
    return this.move(by, { reset: true }, () => this.clock.reset());
  }

  /** The simulator started over, at the machine's time. */
  async again(): Promise<void> {
    await this.simulator.tellOffset((await this.clock.state()).offsetMs);
  }

  private async move(
    by: Principal,
    detail: Record<string, unknown>,
    act: () => Promise<ClockState>,
  ): Promise<ClockState> {
    await this.simulator.requireSandbox();
    const state = await this.transaction.run(async () => {
      await this.audit.record(by, 'sandbox-clock.moved', { type: 'sandbox-clock', id: 'sandbox' }, detail);
      return act();
    });
    await this.simulator.tellOffset(state.offsetMs);
    return state;
  }
}
