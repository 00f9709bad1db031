import { Injectable } from '@nestjs/common';
import { Transaction } from '../database/transaction.js';
import type { DomainEvent, EventItem } from '../outbox/domain-event.js';
import { Listener, type EventListener } from '../outbox/event-listener.js';
import { Projections } from './projections.js';
import { RealtimePublisher } from './realtime-publisher.js';

/** Shows panels what happened. */
@Injectable()
@Listener({})
export class PushToPanels implements EventListener {
  readonly name = 'push-to-panels';
  readonly promptly = true;

  constructor(
    private readonly projections: Projections,
    private readonly publisher: RealtimePublisher,
    private readonly transaction: Transaction,
  ) {}

  get events(): readonly DomainEvent<unknown>[] {
    return this.projections.events();
  }

  async handle(batch: readonly EventItem[]): Promise<void> {
    if (!(await this.publisher.hasAudience())) return;
    const events = await this.projections.project(batch);
    this.transaction.afterCommit(() => void this.publisher.publish(events));
  }
}
