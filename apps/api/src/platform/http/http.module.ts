import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ForgetIdempotencyKeysJob } from './forget-idempotency-keys.job.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { ProblemFilter } from './problem.filter.js';
import { DtoValidationPipe } from './validation.pipe.js';
import { WriteOnce } from './write-once.js';

@Global()
@Module({
  providers: [
    IdempotencyKeys,
    WriteOnce,
    ForgetIdempotencyKeysJob,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: DtoValidationPipe },
  ],
  exports: [IdempotencyKeys, WriteOnce],
})
export class HttpModule {}
