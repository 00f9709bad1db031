import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Channels } from '../../channels/index.js';
import { ownerAtStart } from '../domain/inbound-effect.js';
import { ConversationChanges } from '../persistence/conversation-changes.js';
import { InboundRows } from '../persistence/inbound-rows.js';
import { ChangeConversation } from './change-conversation.js';

/** Opens conversations that we begin ourselves. */
@Injectable()
export class OpenConversation {
  constructor(
    private readonly rows: InboundRows,
    private readonly rowChanges: ConversationChanges,
    private readonly changes: ChangeConversation,
    private readonly channels: Channels,
    private readonly clock: Clock,
  ) {}

  async openFor(contactId: string, channelId: string): Promise<string> {
    const pair = [{ contactId, channelId }];
    const live = (await this.rows.current(pair))[0];
    if (live && live.status !== 'closed') return live.id;
    const { card } = await this.channels.connect(channelId);
    const id = newId();
    await this.rows.open(
      [
        {
          id,
          contactId,
          channelId,
          assistantMode: card.assistantMode,
          owner: ownerAtStart(card.assistantMode),
          teamId: card.teamId,
        },
      ],
      this.clock.now(),
    );
    const opened = (await this.rows.current(pair))[0];
    if (!opened) throw new Error('a conversation could not be opened');
    await this.changes.tell(opened.id, 'opened', null, { assignee_id: opened.assigneeId, team_id: opened.teamId });
    return opened.id;
  }

  async addTags(conversationId: string, tags: readonly string[]): Promise<void> {
    const holder = await this.rowChanges.holder(conversationId);
    if (!holder) return;
    await this.rowChanges.addTags(conversationId, tags);
    await this.changes.tell(conversationId, 'tags', null, holder);
  }
}
