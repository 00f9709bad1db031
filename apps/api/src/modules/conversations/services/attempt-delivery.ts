import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Metrics } from '../../../platform/health/metrics.js';
import { faultWords } from '../../../platform/logging/fault-words.js';
import {
  Channels,
  type ChannelAdapter,
  type ChannelConnection,
  type OutboundMessage,
  type SendOutcome,
} from '../../channels/index.js';
import { afterAttempt } from '../domain/delivery-plan.js';
import type { DueMessage } from '../persistence/delivery-rows.js';
import { AskPolicy } from './ask-policy.js';
import { PrepareOutbound } from './prepare-outbound.js';
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
    if (message.author === 'assistant' && message.personSpokeSince)
      return this.record.refuse(message, 'taken_by_person');
    const { adapter, connection } = await this.channels.connect(message.channelId);
    const outcome = await this.call(adapter, connection, message);
    this.metrics.sends.inc({ kind: adapter.kind, outcome: outcome.kind });
    await this.record.record(message, afterAttempt(outcome, message.tries, this.clock.now(), Math.random()));
  }

  private async call(
    adapter: ChannelAdapter,
    connection: ChannelConnection,
    message: DueMessage,
  ): Promise<SendOutcome> {
    let prepared: OutboundMessage;
    try {
      prepared = await this.outbound.prepare(message, adapter.kind);
    } catch (error) {
      return {
        kind: 'failed',
        failure: { code: 'hilo_not_prepared', title: faultWords(error), reason: 'invalid_content', class: 'permanent' },
      };
    }
    try {
      return await adapter.send(connection, prepared);
    } catch (error) {
      // The adapter classifies what it knows; whatever else happened, the provider may have the message.
      return { kind: 'unknown', reason: faultWords(error) };
    }
  }
}
