import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { newId } from '../../../platform/ids/uuid.js';
import type { Notification } from '../domain/notification.js';

const COLUMNS =
  'id, user_id as "userId", kind, title, params, link, priority, created_at as "createdAt", read_at as "readAt"';

export interface NotificationsToInsert extends Omit<Notification, 'id' | 'userId' | 'readAt'> {
  userIds: readonly string[];
  purposeKey: string;
}

@Injectable()
export class NotificationRows {
  constructor(private readonly sql: Sql) {}

  /** One for each active user who has none for the purpose yet. */
  insert({
    userIds,
    kind,
    title,
    params,
    link,
    priority,
    purposeKey,
    createdAt,
  }: NotificationsToInsert): Promise<{ id: string; userId: string }[]> {
    return this.sql.rows(
      `insert into notification (id, user_id, kind, title, params, link, priority, purpose_key, created_at)
       select given.id, given.user_id, $3, $4, $5::jsonb, $6, $7, $8, $9
         from unnest($1::uuid[], $2::uuid[]) as given (id, user_id) join app_user u on u.id = given.user_id and u.active
       on conflict (user_id, purpose_key) do nothing
       returning id, user_id as "userId"`,
      [userIds.map(() => newId()), userIds, kind, title, JSON.stringify(params), link, priority, purposeKey, createdAt],
    );
  }

  byIds(ids: readonly string[]): Promise<Notification[]> {
    return this.sql.rows(`select ${COLUMNS} from notification where id = any($1::uuid[])`, [ids]);
  }

  /** The newest first, one more than `limit` when there are more. */
  ofUser(userId: string, unreadOnly: boolean, beforeId: string | null, limit: number): Promise<Notification[]> {
    return this.sql.rows(
      `select ${COLUMNS} from notification where user_id = $1 and ($2::uuid is null or id < $2) ${unreadOnly ? 'and read_at is null' : ''} order by id desc limit $3`,
      [userId, beforeId, limit + 1],
    );
  }

  /** Stops counting at `most`: a bell shows no more. */
  async unreadCount(userId: string, most: number): Promise<number> {
    return (
      (
        await this.sql.one<{ n: number }>(
          'select count(*)::int as n from (select 1 from notification where user_id = $1 and read_at is null limit $2) unread',
          [userId, most],
        )
      )?.n ?? 0
    );
  }

  /** All of the user's unread ones when `ids` is null; of others' nothing. */
  async markRead(userId: string, ids: readonly string[] | null, at: Date): Promise<void> {
    await this.sql.rows(
      'update notification set read_at = $3 where user_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2))',
      [userId, ids, at],
    );
  }

  removeBefore(at: Date): Promise<number> {
    return this.sql.affected(
      'delete from notification where id in (select id from notification where created_at < $1 limit 1000)',
      [at],
    );
  }
}
