import { DiscoveryService } from '@nestjs/core';
import type { DomainEvent, EventItem } from './domain-event.js';

/**
 * Hears events in the order of the log. `handle` runs in the transaction that also moves the listener's cursor:
 * what it writes to the database happens exactly once; anything else may be repeated.
 */
export interface EventListener {
  /** Stable: the cursor is kept under it. */
  readonly name: string;
  readonly events: readonly DomainEvent<never>[] | readonly DomainEvent<unknown>[];
  /** Somebody sits and watches: every event at once, however few come together. */
  readonly promptly?: boolean;
  handle(batch: readonly EventItem[]): Promise<void>;
}

/** Marks a provider as an event listener; it is found by discovery. */
export const Listener = DiscoveryService.createDecorator<Record<string, never>>();
