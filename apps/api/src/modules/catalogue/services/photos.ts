import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { Clock } from '../../../platform/clock/clock.js';
import { DomainError, notFound } from '../../../platform/http/domain-error.js';
import { FetchRefused, PublicFetch } from '../../../platform/outgoing/public-fetch.js';
import { PhotoStorage } from '../../../platform/storage/photo-storage.js';
import { addressOfKey, keyOfHash, LARGEST_PHOTO, PHOTO_KEY, PHOTO_TYPES } from '../domain/photo.js';
import { type KeptPhoto, PhotoRows } from '../persistence/photo-rows.js';

/** An address that did not give a photo is left alone this long. */
const RETRY_AFTER_MS = 10 * 60_000;
const FETCH_MS = 15_000;

export interface OpenPhoto extends KeptPhoto {
  bytes: Readable;
}

/** The pictures of what is offered, kept and served by ourselves: uploaded ones, and those of foreign addresses, which are fetched when somebody first looks. */
@Injectable()
export class Photos {
  private readonly underway = new Map<string, Promise<KeptPhoto | undefined>>();

  constructor(
    private readonly rows: PhotoRows,
    private readonly storage: PhotoStorage,
    private readonly outgoing: PublicFetch,
    private readonly clock: Clock,
  ) {}

  /**
   * @param cutOff whether what came is only the beginning; asked when all of it was read
   * @returns the address that stands for it in an item's `images`. @throws `too_large`, `media_type_refused`, `empty_file`
   */
  async upload(content: AsyncIterable<Uint8Array>, cutOff: () => boolean): Promise<string> {
    const photo = await this.keep(content);
    if (cutOff()) {
      await this.storage.remove(photo.hash);
      throw new DomainError('too_large', 413, `The photo is larger than ${LARGEST_PHOTO / 1_000_000} MB.`);
    }
    const key = keyOfHash(photo.hash);
    await this.rows.uploaded(key, photo, this.clock.now());
    return addressOfKey(key);
  }

  /** @throws `not_found`, also for a foreign photo that cannot be had now */
  async open(key: string): Promise<OpenPhoto> {
    const row = PHOTO_KEY.test(key) ? await this.rows.byKey(key) : undefined;
    if (!row) throw notFound('photo');
    const { kept, sourceUrl, failedAt } = row;
    if (kept && (await this.storage.has(kept.hash))) return this.opened(kept);
    const resting = failedAt !== null && this.clock.now().getTime() - failedAt.getTime() < RETRY_AFTER_MS;
    const fetched = sourceUrl !== null && !resting ? await this.fetchOnce(key, sourceUrl) : undefined;
    if (!fetched) throw notFound('photo');
    return this.opened(fetched);
  }

  private async opened(photo: KeptPhoto): Promise<OpenPhoto> {
    return { ...photo, bytes: await this.storage.open(photo.hash) };
  }

  /** However many look at the same moment. */
  private fetchOnce(key: string, url: string): Promise<KeptPhoto | undefined> {
    const begun = this.underway.get(key);
    if (begun) return begun;
    const fetching = this.fetch(key, url).finally(() => this.underway.delete(key));
    this.underway.set(key, fetching);
    return fetching;
  }

  private async fetch(key: string, url: string): Promise<KeptPhoto | undefined> {
    try {
      const photo = await this.keep(
        await this.outgoing.open(url, { maxBytes: LARGEST_PHOTO, timeoutMs: FETCH_MS, accept: PHOTO_TYPES.join(', ') }),
      );
      await this.rows.fetched(key, photo, this.clock.now());
      return photo;
    } catch (error) {
      await this.rows.failed(key, reasonOf(error), this.clock.now());
      return undefined;
    }
  }

  private async keep(content: AsyncIterable<Uint8Array>): Promise<KeptPhoto> {
    const { hash, size } = await this.storage.put(content, LARGEST_PHOTO);
    const type = await fileTypeFromBuffer(await this.head(hash)).catch(() => undefined);
    const contentType = PHOTO_TYPES.find((known) => known === type?.mime);
    if (contentType) return { hash, size, contentType };
    // Bytes that are no photo now never were one: nobody else's go with them.
    await this.storage.remove(hash);
    if (size === 0) throw new DomainError('empty_file', 400, 'The file is empty.');
    throw new DomainError('media_type_refused', 415, `A photo must be one of ${PHOTO_TYPES.join(', ')}.`);
  }

  private async head(hash: string): Promise<Buffer> {
    for await (const chunk of await this.storage.open(hash)) return chunk as Buffer;
    return Buffer.alloc(0);
  }
}

/** Why a photo could not be had, for whoever reads the table: a code, never what the other side said. */
function reasonOf(error: unknown): string {
  // What refuses an address while it is connected to comes wrapped.
  const cause = error instanceof Error && error.cause instanceof FetchRefused ? error.cause : error;
  if (cause instanceof FetchRefused) return cause.reason;
  return cause instanceof DomainError ? cause.code : 'unreachable';
}
