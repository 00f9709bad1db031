import { Injectable } from '@nestjs/common';
import { Sql } from '../../platform/database/sql.js';

/** What ISAC says here was written by hand: there is no trace of a turn that could be shown. */
@Injectable()
export class ForgetTurns {
  constructor(private readonly sql: Sql) {}

  async forget(): Promise<void> {
    await this.sql.rows(`update message set assistant_turn_id = null where author = 'assistant'`);
  }
}
