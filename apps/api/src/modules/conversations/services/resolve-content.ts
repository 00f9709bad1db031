import { Injectable } from '@nestjs/common';
import type { MessageContent } from '../../channels/index.js';
import type { SendInput, SendRefusal } from '../conversations.facade.types.js';
import { MediaRows } from '../persistence/media-rows.js';
import { OutboundRows } from '../persistence/outbound-rows.js';

export interface ResolvedContent {
  content: MessageContent;
  mediaId: string | null;
  replyToId: string | null;
  /** The message a reaction is about. */
  reactsTo: string | null;
}

export type Resolution = { ok: true; content: ResolvedContent } | { ok: false; code: SendRefusal['code'] };

/** Turns our own ids in a message into what the provider will know. */
@Injectable()
export class ResolveContent {
  constructor(
    private readonly rows: OutboundRows,
    private readonly media: MediaRows,
  ) {}

  async resolve({ content, replyToMessageId }: SendInput, conversationId: string): Promise<Resolution> {
    if (replyToMessageId && !(await this.rows.providerIdOf(replyToMessageId, conversationId)))
      return { ok: false, code: 'reply_target_missing' };
    const resolved: ResolvedContent = {
      content: content as MessageContent,
      mediaId: null,
      replyToId: replyToMessageId ?? null,
      reactsTo: null,
    };
    if (content.type === 'reaction') {
      const target = await this.rows.providerIdOf(content.messageId, conversationId);
      if (!target?.providerId) return { ok: false, code: 'reply_target_missing' };
      return {
        ok: true,
        content: {
          ...resolved,
          reactsTo: content.messageId,
          content: { type: 'reaction', targetProviderMessageId: target.providerId, emoji: content.emoji },
        },
      };
    }
    if ('assetId' in content) return this.withMedia(resolved, content.assetId, conversationId);
    return { ok: true, content: resolved };
  }

  private async withMedia(resolved: ResolvedContent, assetId: string, conversationId: string): Promise<Resolution> {
    const asset = (await this.media.byIds([assetId])).get(assetId);
    const belongs = asset && (asset.conversation_id === null || asset.conversation_id === conversationId);
    if (!belongs || asset.state !== 'ready' || !asset.hash) return { ok: false, code: 'media_not_ready' };
    return { ok: true, content: { ...resolved, mediaId: assetId } };
  }
}
