import { Injectable } from '@nestjs/common';
import { itemsOf, type EventItem } from '../../../platform/outbox/domain-event.js';
import { Listener, type EventListener } from '../../../platform/outbox/event-listener.js';
import { conversationChanged } from '../../conversations/index.js';
import { FollowAssignment } from '../services/follow-assignment.js';

/** Whoever takes a conversation takes its lead along, unless somebody else was given it on purpose. */
@Injectable()
@Listener({})
export class FollowAssignmentListener implements EventListener {
  readonly name = 'follow-assignment';
  readonly events = [conversationChanged];

  constructor(private readonly followAssignment: FollowAssignment) {}

  async handle(batch: readonly EventItem[]): Promise<void> {
    for (const { data } of itemsOf(conversationChanged, batch)) {
      const { change, conversationId, assigneeId, previousAssigneeId } = data;
      if (change === 'assigned' && assigneeId)
        await this.followAssignment.follow(conversationId, assigneeId, previousAssigneeId);
    }
  }
}
