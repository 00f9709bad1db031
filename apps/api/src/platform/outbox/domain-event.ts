import type { z } from 'zod';

/** A fact that one module tells and others may hear. Items carry ids, never personal data. */
export interface DomainEvent<T> {
  readonly topic: string;
  readonly schema: z.ZodType<T>;
}

export const defineEvent = <T>(topic: string, schema: z.ZodType<T>): DomainEvent<T> => ({ topic, schema });

/** One item of an event as a listener gets it. `seq` is global and grows in the order of the log. */
export interface EventItem<T = unknown> {
  readonly seq: string;
  readonly topic: string;
  readonly at: Date;
  readonly data: T;
}

/** The items of one event, typed, out of a mixed batch. */
export const itemsOf = <T>(event: DomainEvent<T>, batch: readonly EventItem[]): EventItem<T>[] =>
  batch.filter((item): item is EventItem<T> => item.topic === event.topic);
