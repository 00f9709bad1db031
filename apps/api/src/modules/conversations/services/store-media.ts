import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { DomainError } from '../../../platform/http/domain-error.js';
import { newId } from '../../../platform/ids/uuid.js';
import { firstBytes } from '../../../platform/storage/incoming.js';
import { Storage } from '../../../platform/storage/storage.js';
import { inspectMedia } from '../domain/inspect-media.js';
import { MediaRows, type StoredMedia } from '../persistence/media-rows.js';

export const LARGEST_MEDIA = 100 * 1024 * 1024;

export interface UploadedFile {
  name: string;
  declaredType: string;
}

export interface UploadContext {
  channelId: string | null;
  conversationId: string | null;
  userId: string | null;
}

/** Bytes become a stored asset: measured, named by their hash, and known by what they are, not by what they are called. */
@Injectable()
export class StoreMedia {
  constructor(
    private readonly storage: Storage,
    private readonly rows: MediaRows,
    private readonly clock: Clock,
  ) {}

  /** @throws media_type_refused for what browsers could run, too_large */
  async store(
    content: AsyncIterable<Uint8Array>,
    declaredType: string,
    fileName: string | null,
    maxBytes = LARGEST_MEDIA,
  ): Promise<StoredMedia> {
    const { head, all } = await firstBytes(content);
    const seen = await inspectMedia(head, declaredType, fileName);
    if (seen.kind === 'refused') {
      // Whoever sends must be heard out, else no answer reaches them.
      for await (const _ of all);
      throw new DomainError('media_type_refused', 415, seen.reason);
    }
    const { hash, size } = await this.storage.put(all, maxBytes);
    return { hash, size, contentType: seen.contentType, width: seen.width, height: seen.height };
  }

  /** Removes bytes that no asset names. */
  async discard(hash: string): Promise<void> {
    if (!(await this.rows.anyOf(hash))) await this.storage.remove(hash);
  }

  /** Bytes that somebody uploads, under a name that is theirs, and what is made of them: when that fails, nothing of them stays. @throws empty_file and what `store` and `use` throw */
  async receive<T>(
    content: AsyncIterable<Uint8Array>,
    file: UploadedFile,
    use: (stored: StoredMedia) => Promise<T>,
  ): Promise<T> {
    const stored = await this.store(content, file.declaredType, file.name);
    try {
      if (stored.size === 0) throw new DomainError('empty_file', 400, 'The file is empty.');
      return await use(stored);
    } catch (error) {
      // What was wrong with the upload is what its sender must hear, not that its bytes could not be removed.
      await this.discard(stored.hash).catch(() => undefined);
      throw error;
    }
  }

  /** Makes an asset of bytes that are here; returns its id. */
  async register(
    stored: StoredMedia,
    fileName: string,
    { channelId, conversationId, userId }: UploadContext,
  ): Promise<string> {
    const id = newId();
    await this.rows.insertUploaded(
      { id, channelId, conversationId, fileName, createdBy: userId, stored },
      this.clock.now(),
    );
    return id;
  }

  async upload(content: AsyncIterable<Uint8Array>, file: UploadedFile, context: UploadContext): Promise<string> {
    return this.receive(content, file, (stored) => this.register(stored, file.name, context));
  }
}
