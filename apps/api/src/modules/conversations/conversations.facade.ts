import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/http/domain-error.js';
import type { Principal } from '../auth/index.js';
import type { MessageType } from '../channels/index.js';
import type {
  ConversationSummary,
  FoundMessage,
  MessageAuthor,
  SendInput,
  SendResult,
  ThreadLine,
} from './conversations.facade.types.js';
import type { OutboundCategory, PolicyVerdict } from './domain/outbound-policy.js';
import { mayRead } from './domain/visibility.js';
import { SummaryQuery } from './persistence/summary.query.js';
import { AskPolicy } from './services/ask-policy.js';
import { AssignConversation } from './services/assign-conversation.js';
import { type AttributionMark, type LeadMark, MarkConversations } from './services/mark-conversations.js';
import { OpenConversation } from './services/open-conversation.js';
import { SendMessage } from './services/send-message.js';

/** What other modules may ask of the thread. Every write joins the caller's transaction. */
@Injectable()
export class Conversations {
  constructor(
    private readonly sending: SendMessage,
    private readonly summaries: SummaryQuery,
    private readonly policy: AskPolicy,
    private readonly assignment: AssignConversation,
    private readonly marks: MarkConversations,
    private readonly opening: OpenConversation,
  ) {}

  send(input: SendInput): Promise<SendResult> {
    return this.sending.send(input);
  }

  async canSend(
    conversationId: string,
    author: MessageAuthor['kind'],
    type: MessageType,
    category: OutboundCategory = 'service',
  ): Promise<PolicyVerdict> {
    const summary = (await this.byIds([conversationId])).get(conversationId);
    if (!summary) return { kind: 'refuse', code: 'no_address' };
    return this.policy.ask({
      contactId: summary.contactId,
      channelId: summary.channelId,
      lastInboundAt: summary.lastInboundAt,
      author,
      type,
      category,
    });
  }

  /** The live conversation of a contact on a channel, opened when there is none. */
  openFor(contactId: string, channelId: string): Promise<string> {
    return this.opening.openFor(contactId, channelId);
  }

  byIds(ids: readonly string[]): Promise<Map<string, ConversationSummary>> {
    return this.summaries.byIds(ids);
  }

  /** Those that somebody may read. */
  async visibleAmong(reader: Principal, ids: readonly string[]): Promise<Map<string, ConversationSummary>> {
    const found = await this.byIds([...new Set(ids)]);
    return new Map([...found].filter(([, conversation]) => mayRead(reader, conversation)));
  }

  /** @throws not_found, also when the reader may not see it */
  async requireVisible(reader: Principal, id: string): Promise<ConversationSummary> {
    const conversation = (await this.visibleAmong(reader, [id])).get(id);
    if (!conversation) throw notFound('conversation');
    return conversation;
  }

  ofContact(contactId: string): Promise<ConversationSummary[]> {
    return this.summaries.ofContact(contactId);
  }

  /** The last lines, oldest first. Notes are not among them. */
  thread(conversationId: string, limit: number): Promise<ThreadLine[]> {
    return this.summaries.thread(conversationId, limit);
  }

  /** Messages of anybody that hold all of these words (`searchWords`), of which the last may be a beginning; the newest first. */
  searchMessages(words: readonly string[], limit: number): Promise<FoundMessage[]> {
    return this.summaries.found(words, limit);
  }

  messages(ids: readonly string[]): Promise<Map<string, ThreadLine>> {
    return this.summaries.messages(ids);
  }

  /** From the assistant to people: it falls silent here, and the conversation waits in its queue with this priority. */
  handOff(
    conversationId: string,
    handOver: { priority: 'normal' | 'high' | 'urgent'; reason?: string; turnId?: string },
  ): Promise<void> {
    return this.assignment.handOff(conversationId, handOver.priority);
  }

  /** Where the latest enquiry of each conversation came from. */
  setAttributions(marks: readonly AttributionMark[]): Promise<void> {
    return this.marks.attribution(marks);
  }

  /** The lead that each conversation stands for. */
  setLeads(marks: readonly LeadMark[]): Promise<void> {
    return this.marks.leads(marks);
  }

  async setAssignee(conversationId: string, userId: string | null, byUserId: string | null): Promise<void> {
    await this.assignment.assign(conversationId, { assigneeId: userId }, byUserId);
  }

  async addTags(conversationId: string, tags: readonly string[]): Promise<void> {
    await this.opening.addTags(conversationId, tags);
  }
}
