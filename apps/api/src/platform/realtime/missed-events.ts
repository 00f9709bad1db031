import { Injectable } from '@nestjs/common';
import { EventLog } from '../outbox/event-log.js';
import { Projections } from './projections.js';
import type { ProjectedEvent } from './realtime-projection.js';

const MOST_ROWS = 500;
const MOST_ITEMS = 2000;

export type Missed =
  { kind: 'events'; seq: string; events: Omit<ProjectedEvent, 'rooms'>[] } | { kind: 'too_far_behind'; seq: string };

/** What a panel that was away missed and may see. */
@Injectable()
export class MissedEvents {
  constructor(
    private readonly log: EventLog,
    private readonly projections: Projections,
  ) {}

  /** Where the log ends at this moment. */
  now(): Promise<string> {
    return this.log.end();
  }

  async since(seq: string, rooms: ReadonlySet<string>): Promise<Missed> {
    const end = await this.log.end();
    const start = await this.log.start();
    const lost =
      BigInt(seq) > BigInt(end) || (BigInt(seq) < BigInt(end) && (start === null || BigInt(seq) < BigInt(start) - 1n));
    if (lost) return { kind: 'too_far_behind', seq: end };
    const { items, complete } = await this.log.read(this.projections.topics(), seq, end, MOST_ROWS);
    if (!complete || items.length > MOST_ITEMS) return { kind: 'too_far_behind', seq: end };
    const projected = await this.projections.project(items);
    const events = projected
      .filter((event) => event.rooms.some((room) => rooms.has(room)))
      .map(({ rooms: _rooms, ...event }) => event);
    return { kind: 'events', seq: end, events };
  }
}
