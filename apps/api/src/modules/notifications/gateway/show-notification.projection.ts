import { Injectable } from '@nestjs/common';
import { itemsOf, type EventItem } from '../../../platform/outbox/domain-event.js';
import {
  Projection,
  type ProjectedEvent,
  type RealtimeProjection,
} from '../../../platform/realtime/realtime-projection.js';
import { presentNotification } from '../http/present-notification.js';
import { notificationCreated } from '../notifications.events.js';
import { NotificationRows } from '../persistence/notifications.repository.js';

/** A notification goes to the panels of its person and to nobody else's. */
@Injectable()
@Projection()
export class ShowNotification implements RealtimeProjection {
  readonly events = [notificationCreated];

  constructor(private readonly rows: NotificationRows) {}

  async project(batch: readonly EventItem[]): Promise<ProjectedEvent[]> {
    const items = itemsOf(notificationCreated, batch);
    const found = new Map(
      (await this.rows.byIds(items.map(({ data }) => data.notificationId))).map((row) => [row.id, row]),
    );
    return items.flatMap(({ seq, at, data }) => {
      const row = found.get(data.notificationId);
      return row
        ? [
            {
              seq,
              type: 'notification.created',
              at: at.toISOString(),
              data: presentNotification(row),
              rooms: [`user:${row.userId}`],
            },
          ]
        : [];
    });
  }
}
