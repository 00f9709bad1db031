import { Injectable } from '@nestjs/common';
import { Notifications } from '../../modules/notifications/index.js';
import { conversationOf, named, type DemoCast } from './demo-cast.js';
import { readReminders } from './demo-data.js';

/** The few notices that wait under the bells on the first day. */
@Injectable()
export class Reminders {
  constructor(private readonly notifications: Notifications) {}

  async leave(cast: DemoCast): Promise<void> {
    for (const { to, kind, dialogue, priority } of readReminders())
      await this.notifications.notify({
        to: { userIds: to.map((key) => named(cast.users, key).id) },
        kind,
        title: kind,
        link: `/bandeja/${conversationOf(named(cast.scenes, dialogue))}`,
        purposeKey: `demo-${kind}-${dialogue}`,
        ...(priority && { priority }),
      });
  }
}
