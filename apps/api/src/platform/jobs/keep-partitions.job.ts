import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { PartitionedTables } from '../database/partitioned-tables.js';
import { Sql } from '../database/sql.js';
import { Job, type WorkerJob } from './worker-job.js';

const MONTHS_AHEAD = 3;

/** Makes the months to come, so that no row ever falls into the default partition. */
@Injectable()
@Job({})
export class KeepPartitionsJob implements WorkerJob {
  readonly name = 'keep-partitions';
  readonly sweepMs = 6 * 3_600_000;
  private readonly logger = new Logger('partitions');

  constructor(
    private readonly tables: PartitionedTables,
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<number> {
    for (const table of this.tables.all()) {
      for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
        const now = this.clock.now();
        const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString().slice(0, 10);
        await this.sql
          .rows('select ensure_month_partition($1, $2::date)', [table, month])
          .catch((error: unknown) => this.logger.error({ err: error }, `no partition of ${table} for ${month}`));
      }
    }
    return 0;
  }
}
