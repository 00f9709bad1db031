import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ForgetIdempotencyKeysJob } from './forget-idempotency-keys.job.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { ProblemFilter } from './problem.filter.js';
import { DtoValidationPipe } from './validation.pipe.js';

@Global()
@Module({
  providers: [
    IdempotencyKeys,
    ForgetIdempotencyKeysJob,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: DtoValidationPipe },
  ],
  exports: [IdempotencyKeys],
})
export class HttpModule {}
