import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { Transaction } from '../../../platform/database/transaction.js';
import type { Role } from '../domain/permissions.js';
import { Session } from './session.entity.js';

/** A session with what the guard must know of its user. */
export interface SessionWithUser {
  id: string;
  createdAt: Date;
  lastUsedAt: Date;
  userId: string;
  name: string;
  roles: Role[];
  teamIds: string[];
}

@Injectable()
export class SessionRows {
  constructor(
    private readonly transaction: Transaction,
    private readonly sql: Sql,
  ) {}

  async insert(session: Session): Promise<void> {
    await this.transaction.repository(Session).insert(session);
  }

  /** Of an active user only. Whether it is still live is for `session-life` to say. */
  async byTokenHash(tokenHash: string): Promise<SessionWithUser | undefined> {
    const [row] = await this.sql.rows<SessionWithUser>(
      `select s.id, s.created_at as "createdAt", s.last_used_at as "lastUsedAt", u.id as "userId", u.name, u.roles,
              array(select m.team_id::text from team_member m where m.user_id = u.id order by m.team_id) as "teamIds"
         from session s join app_user u on u.id = s.user_id
        where s.token_hash = $1 and u.active`,
      [tokenHash],
    );
    return row;
  }

  async touch(id: string, userId: string, at: Date): Promise<void> {
    await this.sql.rows(
      'with used as (update session set last_used_at = $3 where id = $1) update app_user set last_seen_at = $3 where id = $2',
      [id, userId, at],
    );
  }

  ofUser(userId: string): Promise<Session[]> {
    return this.transaction
      .repository(Session)
      .find({ where: { userId }, order: { lastUsedAt: 'DESC', id: 'DESC' }, take: 100 });
  }

  async remove(id: string, userId: string): Promise<boolean> {
    return (await this.sql.affected('delete from session where id = $1 and user_id = $2', [id, userId])) > 0;
  }

  /** Ends all sessions of a user, but one if it is named; returns the ids of the ended. */
  async removeAll(userId: string, exceptId: string | null): Promise<string[]> {
    return (
      await this.sql.rows<{ id: string }>(
        'delete from session where user_id = $1 and id is distinct from $2::uuid returning id',
        [userId, exceptId],
      )
    ).map((row) => row.id);
  }

  removeOver({ createdBefore, unusedSince }: { createdBefore: Date; unusedSince: Date }): Promise<number> {
    return this.sql.affected(
      'delete from session where id in (select id from session where last_used_at <= $2 or created_at <= $1 limit 1000)',
      [createdBefore, unusedSince],
    );
  }
}
