import { SetMetadata } from '@nestjs/common';

export const IDEMPOTENT = 'hilo:idempotent';

/** A write that accepts `Idempotency-Key`: the same key and body answers the first response again for 24 h. */
export const Idempotent = (): MethodDecorator => SetMetadata(IDEMPOTENT, true);
