import { Injectable } from '@nestjs/common';
import { pageOf, type Page } from '../../../platform/database/keyset-page.js';
import { placeById } from '../../../platform/database/place-in-list.js';
import { Sql } from '../../../platform/database/sql.js';
import { listAuditEntries, type AuditFilter, type AuditRow } from '../persistence/audit-entries.js';

/** Reading what the audit trail holds. */
@Injectable()
export class AuditLog {
  constructor(private readonly sql: Sql) {}

  async page(filter: Omit<AuditFilter, 'beforeId'>, cursor: string | undefined): Promise<Page<AuditRow>> {
    return pageOf(
      await listAuditEntries(this.sql, { ...filter, beforeId: placeById(cursor) }),
      filter.limit,
      ({ id }) => [id],
      (row) => row,
    );
  }
}
