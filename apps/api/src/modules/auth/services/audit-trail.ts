import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Sql } from '../../../platform/database/sql.js';
import type { Principal } from '../domain/principal.js';
import { insertAuditEntry } from '../persistence/audit-entries.js';

/** What was done to which record. No personal data in `detail`: names of fields, ids, states. */
export interface AuditTarget {
  type: string;
  id: string;
}

/** Who did what, kept for ever: the table refuses changes. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Call it inside the transaction of the act, so that neither exists without the other. `system` is the command line and the start. */
  async record(
    by: Principal | 'system',
    action: string,
    target: AuditTarget,
    detail: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await insertAuditEntry(this.sql, { by, action, target, detail, at: this.clock.now() });
  }
}
