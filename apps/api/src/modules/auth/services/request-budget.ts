import { Injectable } from '@nestjs/common';
import { RateLimit, type Allowance } from '../../../platform/rate-limit/rate-limit.js';
import type { Principal } from '../domain/principal.js';

const WINDOW_MS = 60_000;

/** Requests a minute. A panel in busy hands stays far below; a key feeds whole systems. */
export const REQUESTS_PER_MINUTE: Readonly<Record<Principal['kind'], number>> = { user: 600, key: 6000 };

@Injectable()
export class RequestBudget {
  constructor(private readonly limit: RateLimit) {}

  spend(principal: Principal): Promise<Allowance> {
    return this.limit.count(
      `requests:${principal.kind}:${principal.id}`,
      REQUESTS_PER_MINUTE[principal.kind],
      WINDOW_MS,
    );
  }
}
