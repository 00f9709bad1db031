import type { World } from '../../world.js';
import type { PlayedNumber } from '../numbers/played-number.js';
import type { StoredMedia } from './media-store.js';

/** A file as far as these numbers may use it: it belongs to their business account. */
export function mediaFor(world: World, numbers: readonly PlayedNumber[], id: string): StoredMedia | undefined {
  const media = world.media.get(id);
  if (media === undefined || media.number === null) return media;
  const owner = world.numbers.get(media.number)?.account.businessAccountId;
  return numbers.some(({ account }) => account.businessAccountId === owner) ? media : undefined;
}
