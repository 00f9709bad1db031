import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/ids/uuid.js';
import { Channels, type MessageType } from '../channels/index.js';
import type { ConversationSummary, MessageAuthor, SendInput, SendResult, ThreadLine } from './conversations.facade.types.js';
import { ownerAtStart } from './domain/inbound-effect.js';
import type { OutboundCategory, PolicyVerdict } from './domain/outbound-policy.js';
import { PRIORITIES } from './http/present-conversations.js';
import { ConversationChanges } from './persistence/conversation-changes.js';
import { InboundRows } from './persistence/inbound-rows.js';
import { SummaryQuery } from './persistence/summary.query.js';
import { AskPolicy } from './services/ask-policy.js';
import { AssignConversation } from './services/assign-conversation.js';
import { ChangeConversation } from './services/change-conversation.js';
import { SendMessage } from './services/send-message.js';

/** What other modules may ask of the thread. Every write joins the caller's transaction. */
@Injectable()
export class Conversations {
  constructor(
    private readonly sending: SendMessage,
    private readonly summaries: SummaryQuery,
    private readonly policy: AskPolicy,
    private readonly changes: ChangeConversation,
    private readonly assignment: AssignConversation,
    private readonly opening: OpenConversation,
  ) {}

  send(input: SendInput): Promise<SendResult> {
    return this.sending.send(input);
  }

  async canSend(conversationId: string, author: MessageAuthor['kind'], type: MessageType, category: OutboundCategory = 'service'): Promise<PolicyVerdict> {
    const summary = (await this.byIds([conversationId])).get(conversationId);
    if (!summary) return { kind: 'refuse', code: 'no_address' };
    return this.policy.ask({ contactId: summary.contactId, channelId: summary.channelId, lastInboundAt: summary.lastInboundAt, author, type, category });
  }

  /** The live conversation of a contact on a channel, opened when there is none. */
  openFor(contactId: string, channelId: string): Promise<string> {
    return this.opening.openFor(contactId, channelId);
  }

  byIds(ids: readonly string[]): Promise<Map<string, ConversationSummary>> {
    return this.summaries.byIds(ids);
  }

  ofContact(contactId: string): Promise<ConversationSummary[]> {
    return this.summaries.ofContact(contactId);
  }

  /** The last lines, oldest first. Notes are not among them. */
  thread(conversationId: string, limit: number): Promise<ThreadLine[]> {
    return this.summaries.thread(conversationId, limit);
  }

  messages(ids: readonly string[]): Promise<Map<string, ThreadLine>> {
    return this.summaries.messages(ids);
  }

  /** From the assistant to people: it falls silent here, and the conversation waits in its queue with this priority. */
  async handOff(conversationId: string, { priority }: { reason: string; priority: 'normal' | 'high' | 'urgent'; turnId: string }): Promise<void> {
    await this.changes.change(conversationId, 'assistant', { byUserId: null }, () => ({ owner: 'person', priority: PRIORITIES.indexOf(priority) }));
  }

  async setAttribution(conversationId: string, source: { network: string; linkId: string | null; itemId: string | null }): Promise<void> {
    await this.changes.change(conversationId, 'attributed', { byUserId: null }, () => ({ sourceNetwork: source.network, sourceLinkId: source.linkId, sourceItemId: source.itemId }));
  }

  async setLead(conversationId: string, lead: { leadId: string; state: string; quality: string }): Promise<void> {
    await this.changes.change(conversationId, 'lead', { byUserId: null }, () => ({ leadId: lead.leadId, leadState: lead.state, leadQuality: lead.quality }));
  }

  async setAssignee(conversationId: string, userId: string | null, byUserId: string | null): Promise<void> {
    await this.assignment.assign(conversationId, { assigneeId: userId }, byUserId);
  }

  async addTags(conversationId: string, tags: readonly string[]): Promise<void> {
    await this.opening.addTags(conversationId, tags);
  }
}

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
    await this.rows.open([{ id, contactId, channelId, assistantMode: card.assistantMode, owner: ownerAtStart(card.assistantMode), teamId: card.teamId }], this.clock.now());
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
