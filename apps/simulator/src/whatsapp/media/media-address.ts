import { createHmac } from 'node:crypto';
import type { World } from '../../world.js';
import type { StoredMedia } from './media-store.js';

/** Path of every download. */
export const DOWNLOAD = '/whatsapp_business/attachments/';
const LIVES_S = 300;

/** What `GET /{media id}` says; the address lives five minutes. */
export function describeMedia(world: World, media: StoredMedia, host: string): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    url: downloadUrl(world, media.id, `http://${host}`),
    mime_type: media.mimeType,
    sha256: media.sha256.hex,
    file_size: String(media.bytes.length),
    id: media.id,
  };
}

export function downloadUrl(world: World, id: string, origin: string): string {
  const expires = String(world.clock.seconds() + LIVES_S);
  return `${origin}${DOWNLOAD}?mid=${id}&ext=${expires}&hash=${proofOf(world, id, expires)}`;
}

/** Whether an address was given out by us within the last five minutes of the simulator's time. */
export function isFreshAddress(
  world: World,
  { mid = '', ext = '', hash }: { mid?: string; ext?: string; hash?: string },
): boolean {
  return hash === proofOf(world, mid, ext) && Number(ext) >= world.clock.seconds();
}

const proofOf = (world: World, id: string, expires: string): string =>
  createHmac('sha256', world.addressKey).update(`${id}.${expires}`).digest('base64url').slice(0, 24);
