import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { People, type Permission } from '../../auth/index.js';
import type { NotificationParams, NotificationPriority } from '../domain/notification.js';
import { notificationCreated } from '../notifications.events.js';
import { NotificationRows } from '../persistence/notifications.repository.js';

export type Receivers = { userIds: readonly string[] } | { teamId: string } | { permission: Permission };

export interface NewNotification {
  to: Receivers;
  /** Whoever did it need not be told. */
  exceptUserId?: string | null;
  /** What it is about: `conversation.assigned`, `channel.down`. */
  kind: string;
  /** A key that the panel has words for. */
  title: string;
  params?: NotificationParams;
  /** A path of the panel. */
  link?: string;
  priority?: NotificationPriority;
  /** Each person gets one for a purpose, however often it is asked: `assigned-<conversation>-<event seq>`. */
  purposeKey: string;
}

/** Tells people in the panel what they must know. */
@Injectable()
export class Notifications {
  constructor(
    private readonly rows: NotificationRows,
    private readonly people: People,
    private readonly outbox: Outbox,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** In the caller's transaction, or one of its own. Returns how many were told; users who have left are not. */
  async notify({
    to,
    exceptUserId,
    kind,
    title,
    params = {},
    link,
    priority = 'normal',
    purposeKey,
  }: NewNotification): Promise<number> {
    return this.transaction.run(async () => {
      const userIds = [...new Set(await this.receivers(to))].filter((id) => id !== exceptUserId);
      if (userIds.length === 0) return 0;
      const created = await this.rows.insert({
        userIds,
        kind,
        title,
        params,
        link: link ?? null,
        priority,
        purposeKey,
        createdAt: this.clock.now(),
      });
      await this.outbox.append(
        notificationCreated,
        created.map(({ id, userId }) => ({ notificationId: id, userId })),
      );
      return created.length;
    });
  }

  private async receivers(to: Receivers): Promise<readonly string[]> {
    if ('userIds' in to) return to.userIds;
    return 'teamId' in to ? this.people.idsInTeam(to.teamId) : this.people.idsWith(to.permission);
  }
}
