import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { notFound, staleVersion } from '../../../platform/http/domain-error.js';
import { newId } from '../../../platform/ids/uuid.js';
import { teamNameTaken } from '../auth.errors.js';
import type { Principal } from '../domain/principal.js';
import { TeamRows, type TeamRow } from '../persistence/teams.repository.js';
import { AuditTrail } from './audit-trail.js';
import { EndSessions } from './end-sessions.js';

export interface TeamChange {
  name?: string;
  memberIds?: readonly string[];
}

/** Users who share a queue. */
@Injectable()
export class Teams {
  constructor(
    private readonly rows: TeamRows,
    private readonly audit: AuditTrail,
    private readonly endSessions: EndSessions,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  all(): Promise<TeamRow[]> {
    return this.rows.all();
  }

  async byId(id: string): Promise<TeamRow> {
    const team = await this.rows.byId(id);
    if (!team) throw notFound('team');
    return team;
  }

  async create(by: Principal | 'system', name: string, memberIds: readonly string[] = []): Promise<TeamRow> {
    const id = newId();
    return this.transaction.run(async () => {
      if (!(await this.rows.insert({ id, name: name.trim(), version: 1, createdAt: this.clock.now() })))
        throw teamNameTaken();
      await this.setMembers(id, [], memberIds);
      await this.audit.record(by, 'team.created', { type: 'team', id }, { memberIds: [...memberIds] });
      return this.byId(id);
    });
  }

  async change(
    by: Principal,
    id: string,
    version: number | undefined,
    { name, memberIds }: TeamChange,
  ): Promise<TeamRow> {
    return this.transaction.run(async () => {
      const team = await this.byId(id);
      const outcome = await this.rows.rename(id, version ?? team.version, name?.trim() ?? team.name);
      if (outcome === 'taken') throw teamNameTaken();
      if (outcome === 'stale') throw staleVersion(team.version);
      if (memberIds) await this.setMembers(id, team.memberIds, memberIds);
      await this.audit.record(
        by,
        'team.changed',
        { type: 'team', id },
        { ...(memberIds && { memberIds: [...memberIds] }) },
      );
      return this.byId(id);
    });
  }

  async remove(by: Principal, id: string): Promise<void> {
    await this.transaction.run(async () => {
      const { memberIds } = await this.byId(id);
      await this.rows.remove(id);
      for (const userId of memberIds) this.endSessions.readmit(userId);
      await this.audit.record(by, 'team.removed', { type: 'team', id });
    });
  }

  /** Who came or went hears other rooms from now on. */
  private async setMembers(id: string, before: readonly string[], after: readonly string[]): Promise<void> {
    await this.rows.setMembers(id, after);
    const moved = [
      ...before.filter((userId) => !after.includes(userId)),
      ...after.filter((userId) => !before.includes(userId)),
    ];
    for (const userId of moved) this.endSessions.readmit(userId);
  }
}
