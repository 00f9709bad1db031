import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { DomainEvent, EventItem } from '../outbox/domain-event.js';
import { Projection, type ProjectedEvent, type RealtimeProjection } from './realtime-projection.js';

/** All projections of this process, as one. */
@Injectable()
export class Projections {
  private found: RealtimeProjection[] | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  events(): DomainEvent<unknown>[] {
    return this.all().flatMap((projection) => [...(projection.events as readonly DomainEvent<unknown>[])]);
  }

  topics(): string[] {
    return [...new Set(this.events().map((event) => event.topic))];
  }

  async project(items: readonly EventItem[]): Promise<ProjectedEvent[]> {
    const told = await Promise.all(
      this.all().map((projection) => {
        const topics = new Set(projection.events.map((event) => event.topic));
        const mine = items.filter((item) => topics.has(item.topic));
        return mine.length > 0 ? projection.project(mine) : [];
      }),
    );
    return told.flat().sort((a, b) => (BigInt(a.seq) < BigInt(b.seq) ? -1 : BigInt(a.seq) > BigInt(b.seq) ? 1 : 0));
  }

  private all(): readonly RealtimeProjection[] {
    this.found ??= this.discover();
    return this.found;
  }

  /** A process of both roles provides each projection once a role; one of them is enough to tell a thing once. */
  private discover(): RealtimeProjection[] {
    const instances = this.discovery
      .getProviders({ metadataKey: Projection.KEY })
      .map((wrapper) => wrapper.instance as RealtimeProjection)
      .filter(Boolean);
    return [...new Map(instances.map((instance) => [instance.constructor, instance])).values()];
  }
}
