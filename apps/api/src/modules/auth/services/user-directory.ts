import { Injectable } from '@nestjs/common';
import { pageOf, type Page } from '../../../platform/database/keyset-page.js';
import { placeByName } from '../../../platform/database/place-in-list.js';
import { Sql } from '../../../platform/database/sql.js';
import { notFound } from '../../../platform/http/domain-error.js';
import type { Role } from '../domain/permissions.js';
import { listUsers, type UserRow } from '../persistence/user-list.query.js';

export interface DirectoryQuery {
  role?: Role;
  q?: string;
  active?: boolean;
  teamId?: string;
  limit: number;
  cursor?: string;
}

@Injectable()
export class UserDirectory {
  constructor(private readonly sql: Sql) {}

  async page({ role, q, active, teamId, limit, cursor }: DirectoryQuery): Promise<Page<UserRow>> {
    const rows = await listUsers(this.sql, {
      role: role ?? null,
      q: q ?? null,
      active: active ?? null,
      teamId: teamId ?? null,
      ids: null,
      after: placeByName(cursor),
      limit,
    });
    return pageOf(
      rows,
      limit,
      (row) => [row.name, row.id],
      (row) => row,
    );
  }

  async byId(id: string): Promise<UserRow> {
    const [row] = await listUsers(this.sql, {
      role: null,
      q: null,
      active: null,
      teamId: null,
      ids: [id],
      after: null,
      limit: 1,
    });
    if (!row) throw notFound('user');
    return row;
  }
}
