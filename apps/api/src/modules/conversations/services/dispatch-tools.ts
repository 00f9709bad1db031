import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Waker } from '../../../platform/jobs/waker.js';

/** Time, transaction and the nudge that everything outbound needs. */
@Injectable()
export class DispatchTools {
  constructor(
    readonly transaction: Transaction,
    readonly clock: Clock,
    readonly waker: Waker,
  ) {}
}
