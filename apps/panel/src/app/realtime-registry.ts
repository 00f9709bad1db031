import type { QueryClient } from '@tanstack/react-query';
import type { RealtimeEvent, VolatileEvent } from './realtime-event';

export interface RealtimeContext {
  client: QueryClient;
  /** False while missed events are replayed: then nothing rings. */
  live: boolean;
}

type Handler<E> = (event: E, context: RealtimeContext) => void;

const handlers = new Map<string, Set<Handler<RealtimeEvent<never>>>>();
const volatileHandlers = new Map<string, Set<Handler<VolatileEvent<never>>>>();

function register<H>(registry: Map<string, Set<H>>, type: string, handler: H): () => void {
  const known = registry.get(type) ?? new Set<H>();
  registry.set(type, known.add(handler));
  return () => known.delete(handler);
}

/** Says what an event does to the cache. Called once by a feature's `apply-realtime.ts`; `T` is the event's `data`. */
export function onRealtime<T>(type: string, handler: Handler<RealtimeEvent<T>>): () => void {
  return register(handlers, type, handler as Handler<RealtimeEvent<never>>);
}

/** The same for typing and presence. */
export function onVolatile<T>(type: string, handler: Handler<VolatileEvent<T>>): () => void {
  return register(volatileHandlers, type, handler as Handler<VolatileEvent<never>>);
}

/** Hands events out in order. A handler that throws does not keep the next one from running. */
export function dispatchRealtime(events: readonly RealtimeEvent[], context: RealtimeContext): void {
  for (const event of events) {
    for (const handler of handlers.get(event.type) ?? []) safely(() => handler(event as RealtimeEvent<never>, context));
  }
}

export function dispatchVolatile(events: readonly VolatileEvent[], context: RealtimeContext): void {
  for (const event of events) {
    for (const handler of volatileHandlers.get(event.type) ?? [])
      safely(() => handler(event as VolatileEvent<never>, context));
  }
}

function safely(work: () => void): void {
  try {
    work();
  } catch (error) {
    reportError(error);
  }
}
