import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { Clock } from '../../../platform/clock/clock.js';
import { DomainError, notFound } from '../../../platform/http/domain-error.js';
import { FetchRefused, PublicFetch } from '../../../platform/outgoing/public-fetch.js';
import { firstBytes, uncut } from '../../../platform/storage/incoming.js';
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

  /** @returns the address that stands for it in an item's `images`. @throws `too_large`, `media_type_refused`, `empty_file` */
  async upload(file: AsyncIterable<Uint8Array> & { readonly truncated: boolean }): Promise<string> {
    const { head, all } = await firstBytes(uncut(file, LARGEST_PHOTO));
    const contentType = await photoType(head);
    if (!contentType) {
      // Whoever sends must be heard out, else no answer reaches them.
      for await (const _ of all);
      throw refusalOf(head);
    }
    return this.keep(all, contentType, async (photo) => {
      const key = keyOfHash(photo.hash);
      await this.rows.uploaded(key, photo, this.clock.now());
      return addressOfKey(key);
    });
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
      const body = await this.outgoing.open(url, {
        maxBytes: LARGEST_PHOTO,
        timeoutMs: FETCH_MS,
        accept: PHOTO_TYPES.join(', '),
      });
      try {
        const { head, all } = await firstBytes(body);
        const contentType = await photoType(head);
        if (!contentType) throw refusalOf(head);
        return await this.keep(all, contentType, async (photo) => {
          await this.rows.fetched(key, photo, this.clock.now());
          return photo;
        });
      } finally {
        // Nobody hears the rest of what is refused.
        body.destroy();
      }
    } catch (error) {
      await this.rows.failed(key, reasonOf(error), this.clock.now());
      return undefined;
    }
  }

  /** Stores the bytes and writes them down: without that nothing of them stays. */
  private async keep<T>(
    content: AsyncIterable<Uint8Array>,
    contentType: string,
    write: (photo: KeptPhoto) => Promise<T>,
  ): Promise<T> {
    const { hash, size } = await this.storage.put(content, LARGEST_PHOTO);
    try {
      return await write({ hash, size, contentType });
    } catch (error) {
      if (!(await this.rows.anyOf(hash))) await this.storage.remove(hash);
      throw error;
    }
  }
}

/** Undefined for what is no photo, by its bytes. */
async function photoType(head: Buffer): Promise<string | undefined> {
  const type = await fileTypeFromBuffer(head).catch(() => undefined);
  return PHOTO_TYPES.find((known) => known === type?.mime);
}

const refusalOf = (head: Buffer): DomainError =>
  head.length === 0
    ? new DomainError('empty_file', 400, 'The file is empty.')
    : new DomainError('media_type_refused', 415, `A photo must be one of ${PHOTO_TYPES.join(', ')}.`);

/** Why a photo could not be had, for whoever reads the table: a code, never what the other side said. */
function reasonOf(error: unknown): string {
  // What refuses an address while it is connected to comes wrapped.
  const cause = error instanceof Error && error.cause instanceof FetchRefused ? error.cause : error;
  if (cause instanceof FetchRefused) return cause.reason;
  return cause instanceof DomainError ? cause.code : 'unreachable';
}
