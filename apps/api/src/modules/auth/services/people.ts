import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { Assignee, Person } from '../domain/person.js';
import { initialsOf } from '../domain/person.js';
import { ROLES, GRANTS, type Permission } from '../domain/permissions.js';
import {
  activeUserIdsWithRoles,
  assignableUsers,
  namesOfTeams,
  namesOfUsers,
  userIdsOfTeam,
} from '../persistence/people.query.js';

/** Names for presenters, candidates for assignment, receivers of notifications. */
@Injectable()
export class People {
  constructor(private readonly sql: Sql) {}

  /** Also users who have left: their messages keep their names. Unknown ids are missing from the map. */
  async byIds(ids: readonly string[]): Promise<Map<string, Person>> {
    const rows = await namesOfUsers(this.sql, distinct(ids));
    return new Map(rows.map(({ id, name }) => [id, { id, name, initials: initialsOf(name) }]));
  }

  async teamsByIds(ids: readonly string[]): Promise<Map<string, { id: string; name: string }>> {
    return new Map((await namesOfTeams(this.sql, distinct(ids))).map((team) => [team.id, team]));
  }

  /** Active users who may answer customers, of one team or of all; whether they are online is the caller's rule. */
  async assignable(teamId?: string): Promise<Assignee[]> {
    return (await assignableUsers(this.sql, teamId ?? null, rolesWith('messages:send'))).map((row) => ({
      ...row,
      initials: initialsOf(row.name),
    }));
  }

  async idsInTeam(teamId: string): Promise<string[]> {
    return userIdsOfTeam(this.sql, teamId);
  }

  /** Active users whose roles grant the permission. */
  async idsWith(permission: Permission): Promise<string[]> {
    return activeUserIdsWithRoles(this.sql, rolesWith(permission));
  }
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
const rolesWith = (permission: Permission): string[] => ROLES.filter((role) => GRANTS[role].includes(permission));
