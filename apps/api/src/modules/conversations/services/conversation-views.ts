import { Injectable } from '@nestjs/common';
import type { ConversationView } from '../http/conversation.view.js';
import { PresentConversations } from '../http/present-conversations.js';
import { InboxQuery } from '../persistence/inbox.query.js';

/** Conversations as REST shows them, for what other modules put beside them. */
@Injectable()
export class ConversationViews {
  constructor(
    private readonly inbox: InboxQuery,
    private readonly presenter: PresentConversations,
  ) {}

  /** In the order of the ids; what is unread is counted for `userId`. Unknown ids are left out. */
  async byIds(ids: readonly string[], userId: string | null): Promise<ConversationView[]> {
    const views = await this.presenter.present(await this.inbox.byIds(ids, userId));
    const known = new Map(views.map((view) => [view.id, view]));
    return ids.flatMap((id) => known.get(id) ?? []);
  }
}
