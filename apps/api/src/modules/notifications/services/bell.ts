import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { pageOf, type Page } from '../../../platform/database/keyset-page.js';
import { placeById } from '../../../platform/database/place-in-list.js';
import type { Notification } from '../domain/notification.js';
import { NotificationRows } from '../persistence/notifications.repository.js';

const MOST_COUNTED = 100;

/** A person's own notifications. */
@Injectable()
export class Bell {
  constructor(
    private readonly rows: NotificationRows,
    private readonly clock: Clock,
  ) {}

  async page(
    userId: string,
    unreadOnly: boolean,
    limit: number,
    cursor: string | undefined,
  ): Promise<Page<Notification>> {
    return pageOf(
      await this.rows.ofUser(userId, unreadOnly, placeById(cursor), limit),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }

  /** Counted up to 100. */
  unreadCount(userId: string): Promise<number> {
    return this.rows.unreadCount(userId, MOST_COUNTED);
  }

  async markRead(userId: string, ids: readonly string[] | null): Promise<number> {
    await this.rows.markRead(userId, ids, this.clock.now());
    return this.unreadCount(userId);
  }
}
