import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/ids/uuid.js';
import { Channels } from '../../channels/index.js';
import type { SendInput, SendRefusal, SendResult } from '../conversations.facade.types.js';
import { clientPurpose } from '../domain/client-purpose.js';
import { exceedsLimits } from '../domain/content-limits.js';
import { refusal } from '../domain/refusal-words.js';
import { type LockedConversation, OutboundRows } from '../persistence/outbound-rows.js';
import { AskPolicy } from './ask-policy.js';
import { DELIVER_JOB } from './deliver-job.js';
import { DispatchTools } from './dispatch-tools.js';
import { ResolveContent, type ResolvedContent } from './resolve-content.js';
import { WriteOutbound } from './write-outbound.js';

/** The one way a message to a customer begins. Joins the caller's transaction: what refuses, leaves nothing behind. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly rows: OutboundRows,
    private readonly policy: AskPolicy,
    private readonly content: ResolveContent,
    private readonly channels: Channels,
    private readonly write: WriteOutbound,
    private readonly dispatch: DispatchTools,
  ) {}

  send(input: SendInput): Promise<SendResult> {
    return this.dispatch.transaction.run(async () => {
      const conversation = await this.rows.lock(input.conversationId);
      if (!conversation) return refusal('not_found');
      const earlier = await this.earlier(input);
      if (earlier) return earlier;
      if (conversation.another_is_live) return refusal('another_is_open');
      const refused = this.movedOn(input, conversation) ?? this.takenOver(input, conversation);
      if (refused) return refused;
      const resolved = await this.content.resolve(input, conversation.id);
      if (!resolved.ok) return refusal(resolved.code);
      const verdict = await this.verdict(input, conversation, resolved.content);
      if (verdict.refused) return verdict.refused;
      return this.queue(input, conversation, resolved.content, verdict.waitUntil);
    });
  }

  /** The same client id or purpose answers what was sent for it before. */
  private async earlier(input: SendInput): Promise<SendResult | undefined> {
    const { client, purpose } = purposesOf(input);
    const known = client && (await this.rows.findPurpose(client));
    if (known) return { ok: true, messageId: known, duplicate: true };
    return purpose && (await this.rows.findPurpose(purpose)) ? refusal('already_sent') : undefined;
  }

  private async queue(
    input: SendInput,
    conversation: LockedConversation,
    resolved: ResolvedContent,
    waitUntil: Date | undefined,
  ): Promise<SendResult> {
    const id = newId();
    const { client, purpose } = purposesOf(input);
    // Another conversation may claim the same purpose at this very moment: the unique key decides.
    if (purpose && !(await this.rows.claimPurpose(purpose, id))) return refusal('already_sent');
    if (client) await this.rows.claimPurpose(client, id);
    const now = this.dispatch.clock.now();
    const dueAt = waitUntil ?? now;
    await this.write.write({ id, input, conversation, resolved, now, dueAt });
    this.dispatch.transaction.afterCommit(() =>
      this.dispatch.waker.wake(DELIVER_JOB, Math.max(0, dueAt.getTime() - now.getTime())),
    );
    return { ok: true, messageId: id, duplicate: false };
  }

  private movedOn(input: SendInput, conversation: LockedConversation) {
    if (input.expectedLastMessageId === undefined || input.expectedLastMessageId === conversation.last_message_id)
      return undefined;
    return refusal(
      'conversation_moved_on',
      conversation.last_message_id ? { lastMessageId: conversation.last_message_id } : {},
    );
  }

  private takenOver(input: SendInput, conversation: LockedConversation) {
    return input.onlyWhileOwnedByAssistant && conversation.owner !== 'assistant'
      ? refusal('taken_by_person')
      : undefined;
  }

  private async verdict(
    input: SendInput,
    conversation: LockedConversation,
    resolved: ResolvedContent,
  ): Promise<{ refused?: { ok: false; refusal: SendRefusal }; waitUntil?: Date }> {
    const { adapter } = await this.channels.connect(conversation.channel_id);
    if (exceedsLimits(input.content, adapter.capabilities)) return { refused: refusal('too_long') };
    const verdict = await this.policy.ask({
      contactId: conversation.contact_id,
      channelId: conversation.channel_id,
      lastInboundAt: conversation.last_inbound_at,
      author: input.author.kind,
      type: resolved.content.type,
      category: input.category ?? 'service',
    });
    if (verdict.kind === 'refuse') return { refused: refusal(verdict.code) };
    return verdict.kind === 'wait' ? { waitUntil: verdict.until } : {};
  }
}

const purposesOf = ({
  conversationId,
  clientId,
  clientMessageId,
  purposeKey,
}: SendInput): { client?: string; purpose?: string } => ({
  ...(clientMessageId && { client: clientPurpose(conversationId, clientId ?? '', clientMessageId) }),
  ...(purposeKey && { purpose: `purpose ${purposeKey}` }),
});
