import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { DomainError } from '../../../platform/http/domain-error.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Storage } from '../../../platform/storage/storage.js';
import { inspectMedia } from '../domain/inspect-media.js';
import { MediaRows, type StoredMedia } from '../persistence/media-rows.js';

export const LARGEST_MEDIA = 100 * 1024 * 1024;
const HEAD_BYTES = 4100;

/** Bytes become a stored asset: measured, named by their hash, and known by what they are, not by what they are called. */
@Injectable()
export class StoreMedia {
  constructor(
    private readonly storage: Storage,
    private readonly rows: MediaRows,
    private readonly clock: Clock,
  ) {}

  /** @throws media_type_refused for what browsers could run, too_large */
  async store(content: AsyncIterable<Uint8Array>, declaredType: string, fileName: string | null, maxBytes = LARGEST_MEDIA): Promise<StoredMedia> {
    const head = new HeadKeeper(content);
    const { hash, size } = await this.storage.put(head.bytes(), maxBytes);
    const seen = await inspectMedia(head.head, declaredType, fileName);
    if (seen.kind === 'refused') {
      await this.storage.remove(hash);
      throw new DomainError('media_type_refused', 415, seen.reason);
    }
    return { hash, size, contentType: seen.contentType, width: seen.width, height: seen.height };
  }

  async upload(content: AsyncIterable<Uint8Array>, file: { name: string; declaredType: string }, context: { channelId: string | null; conversationId: string | null; userId: string | null }): Promise<string> {
    const stored = await this.store(content, file.declaredType, file.name);
    if (stored.size === 0) throw new DomainError('empty_file', 400, 'The file is empty.');
    const id = newId();
    await this.rows.insertUploaded({ id, channelId: context.channelId, conversationId: context.conversationId, fileName: file.name, createdBy: context.userId, stored }, this.clock.now());
    return id;
  }
}

/** Lets bytes pass and remembers the first of them. */
class HeadKeeper {
  head: Buffer = Buffer.alloc(0);

  constructor(private readonly content: AsyncIterable<Uint8Array>) {}

  async *bytes(): AsyncIterable<Uint8Array> {
    for await (const chunk of this.content) {
      if (this.head.length < HEAD_BYTES) this.head = Buffer.concat([this.head, chunk]).subarray(0, HEAD_BYTES);
      yield chunk;
    }
  }
}
