import { createHash } from 'node:crypto';
import { newMediaId } from '../identifiers.js';
import { mediaLimit } from './media-rules.js';

export interface StoredMedia {
  id: string;
  bytes: Buffer;
  mimeType: string;
  fileName: string | null;
  /** Phone number id that it was sent to or uploaded by; null: anybody's. */
  number: string | null;
  /** Hex in `GET /{media id}`, base64 in webhooks, as Meta does. */
  sha256: { hex: string; base64: string };
}

const HELD_BYTES = 256 * 1024 * 1024;

/** Files of both sides, in memory; the oldest go when they become too many. */
export class MediaStore {
  private readonly files = new Map<string, StoredMedia>();
  private held = 0;

  put(bytes: Buffer, mimeType: string, fileName: string | null, number: string | null = null): StoredMedia {
    const digest = createHash('sha256').update(bytes).digest();
    const media = {
      id: newMediaId(),
      bytes,
      mimeType,
      fileName,
      number,
      sha256: { hex: digest.toString('hex'), base64: digest.toString('base64') },
    };
    this.files.set(media.id, media);
    this.held += bytes.length;
    for (const [id] of this.files) {
      if (this.held <= HELD_BYTES || id === media.id) break;
      this.remove(id);
    }
    return media;
  }

  get(id: string): StoredMedia | undefined {
    return this.files.get(id);
  }

  remove(id: string): boolean {
    this.held -= this.files.get(id)?.bytes.length ?? 0;
    return this.files.delete(id);
  }

  reset(): void {
    this.files.clear();
    this.held = 0;
  }
}

/** Why a file is refused at upload; undefined: it is taken. */
export function refuseUpload(mimeType: string, size: number): { code: number; details: string } | undefined {
  const limit = mediaLimit(mimeType);
  if (limit === undefined)
    return {
      code: 100,
      details: `Param file must be a file with one of the supported types, received file of type '${mimeType}'.`,
    };
  if (size === 0) return { code: 131053, details: 'The file is empty.' };
  if (size > limit)
    return { code: 131053, details: `Media file size exceeds the limit of ${limit} bytes for ${mimeType}.` };
  return undefined;
}
