import { Injectable } from '@nestjs/common';
import { Job, type WorkerJob } from '../jobs/worker-job.js';
import { IdempotencyKeys } from './idempotency-keys.js';

@Injectable()
@Job({})
export class ForgetIdempotencyKeysJob implements WorkerJob {
  readonly name = 'forget-idempotency-keys';
  readonly sweepMs = 900_000;

  constructor(private readonly keys: IdempotencyKeys) {}

  run(): Promise<number> {
    return this.keys.forget();
  }
}
