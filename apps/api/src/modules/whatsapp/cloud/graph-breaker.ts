import CircuitBreaker from 'opossum';
import type { GraphAnswer } from './graph-exchange.js';

export interface BreakerLimits {
  /** Fewer calls than this say nothing about a provider. */
  calls: number;
  /** The share of them that must have failed, in percent. */
  failedPercent: number;
  /** How far back calls are counted. */
  windowMs: number;
  /** How long nobody calls, until one call finds out. */
  restMs: number;
}

const LIMITS: BreakerLimits = { calls: 20, failedPercent: 60, windowMs: 10_000, restMs: 5000 };
const OPEN = 'EOPENBREAKER';

class ProviderDown extends Error {
  constructor(readonly answer: GraphAnswer) {
    super('the provider is down');
  }
}

/**
 * Stops calling a provider that does not answer any more, one breaker an origin: what would only wait for its deadline is
 * told at once that it did not leave, and may be tried again without risk. Refusals are answers, not failures.
 */
export class GraphBreaker {
  private readonly breakers = new Map<string, CircuitBreaker<[() => Promise<GraphAnswer>], GraphAnswer>>();

  constructor(private readonly limits: BreakerLimits = LIMITS) {}

  async run(origin: string, call: () => Promise<GraphAnswer>): Promise<GraphAnswer> {
    try {
      return await this.of(origin).fire(call);
    } catch (error) {
      if (error instanceof ProviderDown) return error.answer;
      if ((error as { code?: unknown }).code === OPEN)
        return { kind: 'not_sent', code: 'circuit_open', retryAfterMs: this.limits.restMs };
      throw error;
    }
  }

  close(): void {
    for (const breaker of this.breakers.values()) breaker.shutdown();
    this.breakers.clear();
  }

  private of(origin: string): CircuitBreaker<[() => Promise<GraphAnswer>], GraphAnswer> {
    const known = this.breakers.get(origin);
    if (known) return known;
    const { calls, failedPercent, windowMs, restMs } = this.limits;
    // The exchange has deadlines of its own, and a call that was written must never be given up as if it had not left.
    const made = new CircuitBreaker(answered, {
      timeout: false,
      volumeThreshold: calls,
      errorThresholdPercentage: failedPercent,
      rollingCountTimeout: windowMs,
      resetTimeout: restMs,
    });
    this.breakers.set(origin, made);
    return made;
  }
}

async function answered(call: () => Promise<GraphAnswer>): Promise<GraphAnswer> {
  const answer = await call();
  if (answer.kind !== 'answered' || answer.status >= 500) throw new ProviderDown(answer);
  return answer;
}
