import { Injectable } from '@nestjs/common';
import type { MessageType } from '../channels/index.js';
import type { ConversationSummary, MessageAuthor, SendInput, SendResult, ThreadLine } from './conversations.facade.types.js';
import type { OutboundCategory, PolicyVerdict } from './domain/outbound-policy.js';
import { PRIORITIES } from './http/present-conversations.js';
import { SummaryQuery } from './persistence/summary.query.js';
import { AskPolicy } from './services/ask-policy.js';
import { AssignConversation } from './services/assign-conversation.js';
import { ChangeConversation } from './services/change-conversation.js';
import { OpenConversation } from './services/open-conversation.js';
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
