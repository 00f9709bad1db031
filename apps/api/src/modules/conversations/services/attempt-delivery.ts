import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Metrics } from '../../../platform/health/metrics.js';
import { Storage } from '../../../platform/storage/storage.js';
import { Channels, type ChannelAdapter, type ChannelConnection, type OutboundMessage, type SendOutcome } from '../../channels/index.js';
import { Contacts } from '../../contacts/index.js';
import { afterAttempt } from '../domain/delivery-plan.js';
import type { DueMessage } from '../persistence/delivery-rows.js';
import { MediaRows } from '../persistence/media-rows.js';
import { AskPolicy } from './ask-policy.js';
import { RecordDelivery } from './record-delivery.js';

/** One call to a provider, from asking the policy again to recording what came of it. */
@Injectable()
export class AttemptDelivery {
  constructor(
    private readonly policy: AskPolicy,
    private readonly channels: Channels,
    private readonly outbound: PrepareOutbound,
    private readonly record: RecordDelivery,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  async deliver(message: DueMessage): Promise<void> {
    const verdict = await this.policy.ask({ ...message, type: message.content.type });
    if (verdict.kind === 'wait') return this.record.postpone(message, verdict.until, verdict.code);
    if (verdict.kind === 'refuse') return this.record.refuse(message, verdict.code);
    if (message.author === 'assistant' && message.owner === 'person') return this.record.refuse(message, 'taken_by_person');
    const { adapter, connection } = await this.channels.connect(message.channelId);
    const outcome = await this.call(adapter, connection, message);
    this.metrics.sends.inc({ kind: adapter.kind, outcome: outcome.kind });
    await this.record.record(message, afterAttempt(outcome, message.tries, this.clock.now(), Math.random()));
  }

  private async call(adapter: ChannelAdapter, connection: ChannelConnection, message: DueMessage): Promise<SendOutcome> {
    let prepared: OutboundMessage;
    try {
      prepared = await this.outbound.prepare(message, adapter.kind);
    } catch (error) {
      return { kind: 'failed', failure: { code: 'hilo_not_prepared', title: error instanceof Error ? error.message : 'It could not be prepared.', reason: 'invalid_content', class: 'permanent' } };
    }
    try {
      return await adapter.send(connection, prepared);
    } catch (error) {
      // The adapter classifies what it knows; whatever else happened, the provider may have the message.
      return { kind: 'unknown', reason: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** What the adapter needs to know of a message: whom it is for and the bytes that go along. */
@Injectable()
export class PrepareOutbound {
  constructor(
    private readonly contacts: Contacts,
    private readonly media: MediaRows,
    private readonly storage: Storage,
  ) {}

  async prepare(message: DueMessage, kind: ChannelAdapter['kind']): Promise<OutboundMessage> {
    const to = await this.contacts.addresses(message.contactId, kind);
    if (!to) throw new Error('The contact has no address on this channel.');
    const media = message.mediaId ? await this.mediaOf(message.mediaId) : undefined;
    return {
      correlationId: message.attemptId,
      to,
      content: message.content,
      ...(message.replyToProviderId && { replyToProviderId: message.replyToProviderId }),
      ...(media && { media }),
    };
  }

  private async mediaOf(mediaId: string): Promise<OutboundMessage['media']> {
    const asset = (await this.media.byIds([mediaId])).get(mediaId);
    const hash = asset?.hash;
    if (!asset || !hash || !asset.content_type) throw new Error('The file is not there any more.');
    return { contentType: asset.content_type, fileName: asset.file_name ?? 'file', size: Number(asset.size), open: () => this.storage.open(hash) };
  }
}
