import { Injectable } from '@nestjs/common';
import { Sql } from '../database/sql.js';
import { Transaction } from '../database/transaction.js';
import { Waker } from '../jobs/waker.js';
import type { DomainEvent } from './domain-event.js';

export const RELAY_JOB = 'relay-outbox';

/** The only way work leaves a transaction. */
@Injectable()
export class Outbox {
  constructor(
    private readonly sql: Sql,
    private readonly transaction: Transaction,
    private readonly waker: Waker,
  ) {}

  /** Appends the items as one row. @throws outside a transaction, and when an item does not fit the event's schema. */
  async append<T>(event: DomainEvent<T>, items: readonly T[]): Promise<void> {
    if (items.length === 0) return;
    if (!this.transaction.inside()) throw new Error(`${event.topic} was appended outside a transaction`);
    const checked = items.map((item) => event.schema.parse(item));
    await this.sql.rows('insert into outbox (topic, items) values ($1, $2::json)', [
      event.topic,
      JSON.stringify(checked),
    ]);
    this.transaction.afterCommit(() => this.waker.wake(RELAY_JOB));
  }
}
