import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { AuditTrail, type Principal } from '../../auth/index.js';
import type { AssignmentMode } from '../domain/choose-assignee.js';
import { assignmentMode, setAssignmentMode } from '../persistence/assignment.query.js';

const THE_RULE = '00000000-0000-0000-0000-000000000000';

/** How new leads find somebody; by hand unless somebody decided otherwise. */
@Injectable()
export class AssignmentRule {
  constructor(
    private readonly sql: Sql,
    private readonly transaction: Transaction,
    private readonly audit: AuditTrail,
  ) {}

  mode(): Promise<AssignmentMode> {
    return assignmentMode(this.sql);
  }

  set(by: Principal, mode: AssignmentMode): Promise<void> {
    return this.transaction.run(async () => {
      await setAssignmentMode(this.sql, mode);
      await this.audit.record(by, 'lead.assignment-rule', { type: 'settings', id: THE_RULE }, { mode });
    });
  }
}
