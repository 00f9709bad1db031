import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { DomainError } from '../http/domain-error.js';
import { newId } from '../ids/uuid.js';
import { Storage, type StoredObject } from './storage.js';

const HASH_FORM = /^[0-9a-f]{64}$/;

@Injectable()
export class DiskStorage extends Storage {
  constructor(private readonly config: Config) {
    super();
  }

  /** Where the files lie. */
  protected get root(): string {
    return join(this.config.dataDir, 'media');
  }

  async put(content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredObject> {
    const incoming = join(this.root, 'incoming');
    await mkdir(incoming, { recursive: true });
    const half = join(incoming, newId());
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        hash.update(chunk);
        done(
          size > maxBytes
            ? new DomainError('too_large', 413, `The file is larger than ${Math.floor(maxBytes / 1_000_000)} MB.`)
            : null,
          chunk,
        );
      },
    });
    try {
      await pipeline(Readable.from(content), measure, createWriteStream(half, { mode: 0o600, flush: true }));
      const digest = hash.digest('hex');
      await mkdir(this.folder(digest), { recursive: true });
      await rename(half, this.path(digest));
      return { hash: digest, size };
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
  }

  async open(hash: string): Promise<Readable> {
    await access(this.path(hash));
    return createReadStream(this.path(hash));
  }

  async has(hash: string): Promise<boolean> {
    return access(this.path(hash)).then(
      () => true,
      () => false,
    );
  }

  async remove(hash: string): Promise<void> {
    await rm(this.path(hash), { force: true });
  }

  private path(hash: string): string {
    if (!HASH_FORM.test(hash)) throw new DomainError('not_found', 404, 'There is no such file.');
    return join(this.folder(hash), hash);
  }

  private folder(hash: string): string {
    return join(this.root, hash.slice(0, 2), hash.slice(2, 4));
  }
}
