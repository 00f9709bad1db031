import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { unlessTaken } from '../../../platform/database/unless-taken.js';
import { Team } from './team.entity.js';

export interface TeamRow {
  id: string;
  name: string;
  version: number;
  createdAt: Date;
  memberIds: string[];
}

const SELECT = `select t.id, t.name, t.version, t.created_at as "createdAt",
  array(select m.user_id::text from team_member m where m.team_id = t.id order by m.user_id) as "memberIds" from team t`;

@Injectable()
export class TeamRows {
  constructor(
    private readonly transaction: Transaction,
    private readonly sql: Sql,
  ) {}

  all(): Promise<TeamRow[]> {
    return this.sql.rows<TeamRow>(`${SELECT} order by t.name, t.id`);
  }

  byId(id: string): Promise<TeamRow | undefined> {
    return this.sql.one<TeamRow>(`${SELECT} where t.id = $1`, [id]);
  }

  /** False when another team has the name. */
  async insert(team: Team): Promise<boolean> {
    const result = await this.sql.rows(
      'insert into team (id, name, version, created_at) values ($1, $2, $3, $4) on conflict (plain_text(name)) do nothing returning id',
      [team.id, team.name, team.version, team.createdAt],
    );
    return result.length > 0;
  }

  /** `stale` when the version is not the current one. */
  async rename(id: string, version: number, name: string): Promise<'done' | 'stale' | 'taken'> {
    const changed = await unlessTaken(() =>
      this.transaction.repository(Team).update({ id, version }, { name, version: version + 1 }),
    );
    if (changed === undefined) return 'taken';
    return changed.affected ? 'done' : 'stale';
  }

  /** Replaces the members; ids that are no users' are left out. */
  async setMembers(id: string, userIds: readonly string[]): Promise<void> {
    await this.sql.rows('delete from team_member where team_id = $1 and user_id <> all($2::uuid[])', [id, userIds]);
    await this.sql.rows(
      'insert into team_member (team_id, user_id) select $1, u.id from app_user u where u.id = any($2::uuid[]) on conflict do nothing',
      [id, userIds],
    );
  }

  async remove(id: string): Promise<boolean> {
    return ((await this.transaction.repository(Team).delete({ id })).affected ?? 0) > 0;
  }
}
