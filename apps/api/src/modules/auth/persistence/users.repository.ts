import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { sqlStateOf, unlessTaken } from '../../../platform/database/unless-taken.js';
import { User } from './user.entity.js';

const FOREIGN_KEY_VIOLATION = '23503';
/** One writer at a time decides who the administrators are. */
const ADMINISTRATORS_LOCK = 7_210_200;

@Injectable()
export class Users {
  constructor(
    private readonly transaction: Transaction,
    private readonly sql: Sql,
  ) {}

  byId(id: string): Promise<User | null> {
    return this.transaction.repository(User).findOneBy({ id });
  }

  byEmailIndex(emailIndex: string): Promise<User | null> {
    return this.transaction.repository(User).findOneBy({ emailIndex });
  }

  lockAdministrators(): Promise<unknown> {
    return this.sql.rows('select pg_advisory_xact_lock($1)', [ADMINISTRATORS_LOCK]);
  }

  /** Active ones, the eldest first. */
  administrators(): Promise<User[]> {
    return this.transaction
      .repository(User)
      .createQueryBuilder('user')
      .where("user.active and 'admin' = any(user.roles)")
      .orderBy('user.createdAt')
      .addOrderBy('user.id')
      .getMany();
  }

  /** False when the e-mail is taken. */
  async insert(user: User): Promise<boolean> {
    return (await unlessTaken(() => this.transaction.repository(User).insert(user))) !== undefined;
  }

  /** Writes the row if its version is still `user.version`, which it then raises. What the person themself moves meanwhile, without a version, is left alone. */
  async update(user: User): Promise<'done' | 'stale' | 'taken'> {
    const { id, version, preferences: _preferences, lastSeenAt: _lastSeenAt, ...rest } = user;
    const changed = await unlessTaken(() =>
      this.transaction.repository(User).update({ id, version }, { ...rest, version: version + 1 }),
    );
    if (changed === undefined) return 'taken';
    if (!changed.affected) return 'stale';
    user.version = version + 1;
    return 'done';
  }

  /** Sets what is given and leaves the rest, so that two windows of one person do not undo each other. False when there is no such user. */
  async mergePreferences(id: string, preferences: User['preferences']): Promise<boolean> {
    return (
      (await this.sql.affected('update app_user set preferences = preferences || $2::jsonb where id = $1', [
        id,
        JSON.stringify(preferences),
      ])) > 0
    );
  }

  async setPresence(id: string, presence: User['presence']): Promise<boolean> {
    return (
      (await this.sql.affected('update app_user set presence = $2 where id = $1 and presence <> $2', [id, presence])) >
      0
    );
  }

  /** False when one of the teams does not exist. */
  async putInTeams(userId: string, teamIds: readonly string[]): Promise<boolean> {
    await this.sql.rows('delete from team_member where user_id = $1 and team_id <> all($2::uuid[])', [userId, teamIds]);
    try {
      await this.sql.rows(
        'insert into team_member (team_id, user_id) select unnest($2::uuid[]), $1 on conflict do nothing',
        [userId, teamIds],
      );
      return true;
    } catch (error) {
      if (sqlStateOf(error) === FOREIGN_KEY_VIOLATION) return false;
      throw error;
    }
  }

  async teamIdsOf(userId: string): Promise<string[]> {
    return (
      await this.sql.rows<{ team_id: string }>('select team_id from team_member where user_id = $1 order by team_id', [
        userId,
      ])
    ).map((row) => row.team_id);
  }
}
