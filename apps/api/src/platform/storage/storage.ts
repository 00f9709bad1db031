import type { Readable } from 'node:stream';

export interface StoredObject {
  /** SHA-256 of the content, lower-case hex. */
  hash: string;
  size: number;
}

/** Content-addressed: the same bytes are kept once. Local disk or any S3-compatible store stands behind it. */
export abstract class Storage {
  /** Streams the content in. Nothing half-written is ever visible. @throws DomainError `too_large` past `maxBytes`. */
  abstract put(content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredObject>;
  /** @throws when it is not there. */
  abstract open(hash: string): Promise<Readable>;
  abstract has(hash: string): Promise<boolean>;
  abstract remove(hash: string): Promise<void>;
}
