import { UseInterceptors } from '@nestjs/common';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

/** A write that accepts `Idempotency-Key`: the same key and body answers the first response again for 24 h. */
export const Idempotent = (): MethodDecorator => UseInterceptors(IdempotencyInterceptor);
