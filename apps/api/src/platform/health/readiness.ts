import { Injectable } from '@nestjs/common';
import { Sql } from '../database/sql.js';
import { RateLimit } from '../rate-limit/rate-limit.js';

export interface Readiness {
  ready: boolean;
  checks: Record<'database' | 'redis', 'ok' | 'down'>;
}

const PATIENCE_MS = 1500;

@Injectable()
export class ReadinessCheck {
  constructor(
    private readonly sql: Sql,
    private readonly redis: RateLimit,
  ) {}

  async ask(): Promise<Readiness> {
    const [database, redis] = await Promise.all([
      inTime(this.sql.rows('select 1').then(() => true)),
      inTime(this.redis.ping()),
    ]);
    return { ready: database && redis, checks: { database: database ? 'ok' : 'down', redis: redis ? 'ok' : 'down' } };
  }
}

function inTime(check: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE_MS)));
  return Promise.race([check.catch(() => false), late]).finally(() => clearTimeout(timer));
}
