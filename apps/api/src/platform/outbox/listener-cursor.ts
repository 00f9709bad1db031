import { Injectable } from '@nestjs/common';
import { Sql } from '../database/sql.js';
import { newId } from '../ids/uuid.js';
import type { EventItem } from './domain-event.js';

/** How far each listener has come, and what it could not digest. */
@Injectable()
export class ListenerCursor {
  constructor(private readonly sql: Sql) {}

  async ensure(listener: string): Promise<void> {
    await this.sql.rows('insert into listener_cursor (listener) values ($1) on conflict do nothing', [listener]);
  }

  /** Locks and reads the cursor; undefined while another process works for this listener. */
  async claim(listener: string): Promise<string | undefined> {
    const [row] = await this.sql.rows<{ seq: string }>(
      'select seq from listener_cursor where listener = $1 for update skip locked',
      [listener],
    );
    return row?.seq;
  }

  async move(listener: string, seq: string): Promise<void> {
    await this.sql.rows('update listener_cursor set seq = $2, moved_at = clock_timestamp() where listener = $1', [
      listener,
      seq,
    ]);
  }

  async park(listener: string, item: EventItem, error: string): Promise<void> {
    await this.sql.rows(
      'insert into parked_event (id, listener, topic, seq, item, error, parked_at) values ($1, $2, $3, $4, $5, $6, clock_timestamp())',
      [newId(), listener, item.topic, item.seq, JSON.stringify(item.data), error.slice(0, 2000)],
    );
  }
}
