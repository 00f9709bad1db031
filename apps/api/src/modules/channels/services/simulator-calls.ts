import type { Readable } from 'node:stream';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, type Dispatcher } from 'undici';
import { Config } from '../../../platform/config/config.js';
import { notFound } from '../../../platform/http/domain-error.js';
import { simulatorUnavailable } from '../channels.errors.js';
import { Channels } from './channels.js';

const PATIENCE_MS = 15_000;

export interface SimulatorCall {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Readable | null;
  /** Ends the call when whoever asked has gone. */
  signal: AbortSignal;
}

/** Speaks to the simulator while a sandbox channel exists; without one there is nothing to find. */
@Injectable()
export class SimulatorCalls implements OnApplicationShutdown {
  /** A feed of changes stays open for hours, so only the head of an answer has a deadline. */
  private readonly agent = new Agent({ headersTimeout: PATIENCE_MS, bodyTimeout: 0, connect: { timeout: 3000 } });

  constructor(
    private readonly channels: Channels,
    private readonly config: Config,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
  }

  /** @throws not_found without a sandbox channel */
  async requireSandbox(): Promise<string> {
    const { simulatorUrl } = this.config;
    if (simulatorUrl === null || !(await this.channels.anySandbox())) throw notFound('simulator');
    return new URL(simulatorUrl).origin;
  }

  /** @throws not_found, simulator_unavailable */
  async call({ method, path, headers, body, signal }: SimulatorCall): Promise<Dispatcher.ResponseData> {
    const origin = await this.requireSandbox();
    try {
      return await this.agent.request({ origin, path, method: method as Dispatcher.HttpMethod, headers, body, signal });
    } catch {
      throw simulatorUnavailable();
    }
  }

  /** The simulator's time follows the product's. Best effort: a simulator that is away starts at the machine's time. */
  async tellOffset(offsetMs: number): Promise<void> {
    const call = {
      method: 'POST',
      path: '/control/clock',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ offsetMs }),
      signal: AbortSignal.timeout(3000),
    };
    await this.call(call).then(
      (answer) => answer.body.dump(),
      () => undefined,
    );
  }
}
