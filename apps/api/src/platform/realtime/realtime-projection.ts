import { DiscoveryService } from '@nestjs/core';
import type { DomainEvent, EventItem } from '../outbox/domain-event.js';

/** What a socket gets, with the rooms that may see it. `data` is the resource as REST would return it. */
export interface ProjectedEvent {
  seq: string;
  type: string;
  at: string;
  data: unknown;
  rooms: readonly string[];
}

/** Turns domain events into what panels show. Serves the live push and the catch-up of `/sync` alike, so both tell the same. */
export interface RealtimeProjection {
  readonly events: readonly DomainEvent<never>[] | readonly DomainEvent<unknown>[];
  project(items: readonly EventItem[]): Promise<ProjectedEvent[]>;
}

/** Marks a provider as a projection; it is found by discovery. */
export const Projection = DiscoveryService.createDecorator<Record<string, never>>();
