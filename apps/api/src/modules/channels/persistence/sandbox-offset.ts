import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';

/** How far the sandbox's time was moved, in milliseconds. */
@Injectable()
export class SandboxOffset {
  constructor(private readonly sql: Sql) {}

  async read(): Promise<number> {
    return Number((await this.sql.one<{ offset_ms: string }>('select offset_ms from sandbox_clock'))?.offset_ms ?? 0);
  }

  /** Adds to what is there, so that two who advance at once both count. Beyond `most` it stays at `most`. */
  async advance(ms: number, most: number): Promise<number> {
    const row = await this.sql.one<{ offset_ms: string }>(
      `insert into sandbox_clock (offset_ms) values (least($1::bigint, $2::bigint))
       on conflict (single) do update set offset_ms = least(sandbox_clock.offset_ms + $1::bigint, $2::bigint) returning offset_ms`,
      [ms, most],
    );
    return Number(row?.offset_ms ?? 0);
  }

  async reset(): Promise<void> {
    await this.sql.rows('delete from sandbox_clock');
  }
}
