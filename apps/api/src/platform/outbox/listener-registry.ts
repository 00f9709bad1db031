import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Listener, type EventListener } from './event-listener.js';

export const listenerJobName = (listener: EventListener): string => `listen-${listener.name}`;

/** Every listener of this process. */
@Injectable()
export class ListenerRegistry {
  private listeners: EventListener[] | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  all(): readonly EventListener[] {
    this.listeners ??= this.discovery
      .getProviders({ metadataKey: Listener.KEY })
      .map((wrapper) => wrapper.instance as EventListener)
      .filter(Boolean);
    return this.listeners;
  }

  jobsFor(topics: ReadonlySet<string>): string[] {
    return this.all()
      .filter((listener) => listener.events.some((event) => topics.has(event.topic)))
      .map(listenerJobName);
  }
}
