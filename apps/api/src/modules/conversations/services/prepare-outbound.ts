import { Injectable } from '@nestjs/common';
import { Storage } from '../../../platform/storage/storage.js';
import type { ChannelAdapter, OutboundMessage } from '../../channels/index.js';
import { Contacts } from '../../contacts/index.js';
import type { DueMessage } from '../persistence/delivery-rows.js';
import { MediaRows } from '../persistence/media-rows.js';

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
    if (!asset || !hash || !asset.content_type || !(await this.storage.has(hash)))
      throw new Error('The file is not there any more.');
    return {
      contentType: asset.content_type,
      fileName: asset.file_name ?? 'file',
      size: Number(asset.size),
      open: () => this.storage.open(hash),
    };
  }
}
