import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Config } from '../config/config.js';

export interface Allowance {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds until the window ends. */
  resetS: number;
}

const COUNT = `local n = redis.call('incr', KEYS[1]) if n == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end return {n, redis.call('pttl', KEYS[1])}`;
/** Takes up to ARGV[3] tokens from a bucket that refills at ARGV[1] a second up to ARGV[2]; returns how many, and how long to wait for the next. */
const TAKE = `local now = redis.call('time') local ms = now[1] * 1000 + math.floor(now[2] / 1000)
local rate = tonumber(ARGV[1]) local burst = tonumber(ARGV[2]) local want = tonumber(ARGV[3])
local held = redis.call('hmget', KEYS[1], 'tokens', 'at')
local tokens = tonumber(held[1]) or burst local at = tonumber(held[2]) or ms
tokens = math.min(burst, tokens + (ms - at) * rate / 1000)
local got = math.min(want, math.floor(tokens)) tokens = tokens - got
redis.call('hset', KEYS[1], 'tokens', tostring(tokens), 'at', ms) redis.call('pexpire', KEYS[1], math.ceil(burst / rate * 1000) + 10000)
return {got, got > 0 and 0 or math.ceil((1 - tokens) / rate * 1000)}`;

/** Counts and buckets that all processes share through Redis. While Redis is away nothing is limited by count, and buckets give one at a time. */
@Injectable()
export class RateLimit implements OnApplicationShutdown {
  private readonly redis: Redis;

  constructor(config: Config) {
    this.redis = new Redis(config.redisUrl, {
      maxRetriesPerRequest: 1,
      enableReadyCheck: false,
      commandTimeout: 1000,
      retryStrategy: (times) => Math.min(times * 100, 2000),
    });
    this.redis.on('error', () => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    this.redis.disconnect();
  }

  /** Counts one event of `key` in a fixed window. */
  async count(key: string, limit: number, windowMs: number): Promise<Allowance> {
    try {
      const [count, ttl] = (await this.redis.eval(COUNT, 1, `hilo:count:${key}`, windowMs)) as [number, number];
      return {
        allowed: count <= limit,
        limit,
        remaining: Math.max(0, limit - count),
        resetS: Math.max(1, Math.ceil(ttl / 1000)),
      };
    } catch {
      return { allowed: true, limit, remaining: limit, resetS: Math.ceil(windowMs / 1000) };
    }
  }

  async reset(key: string): Promise<void> {
    await this.redis.del(`hilo:count:${key}`).catch(() => 0);
  }

  /** Takes up to `want` tokens of a sender's bucket (rate a second, with that much burst). */
  async take(key: string, rate: number, burst: number, want: number): Promise<{ taken: number; waitMs: number }> {
    try {
      const [taken, waitMs] = (await this.redis.eval(TAKE, 1, `hilo:bucket:${key}`, rate, burst, want)) as [
        number,
        number,
      ];
      return { taken, waitMs };
    } catch {
      return { taken: 1, waitMs: 0 };
    }
  }

  async ping(): Promise<boolean> {
    return (await this.redis.ping().catch(() => '')) === 'PONG';
  }
}
