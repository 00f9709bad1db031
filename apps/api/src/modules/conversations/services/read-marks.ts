import { Injectable } from '@nestjs/common';
import { Channels } from '../../channels/index.js';
import { ThreadQuery } from '../persistence/thread.query.js';

/** Tells the provider that the customer's last message was read, or that somebody writes. */
@Injectable()
export class ReadMarks {
  constructor(
    private readonly thread: ThreadQuery,
    private readonly channels: Channels,
  ) {}

  async mark(conversationId: string, channelId: string, typing = false): Promise<void> {
    const providerId = await this.thread.lastInboundProviderId(conversationId);
    if (!providerId) return;
    const { adapter, connection } = await this.channels.connect(channelId);
    await adapter.markRead(connection, providerId, typing);
  }
}
