import { createHash } from 'node:crypto';

/** The largest photo that is kept, in bytes. */
export const LARGEST_PHOTO = 10_000_000;

/** What browsers show as a picture and cannot run. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const;

const SHELF = '/api/v1/catalogue/photos/';
const KEY_LENGTH = 32;

/** The first half of a SHA-256 in hex: of the bytes that were uploaded, or of the address that was given. */
export const PHOTO_KEY = /^[0-9a-f]{32}$/;

export const keyOfHash = (hash: string): string => hash.slice(0, KEY_LENGTH);
export const keyOfUrl = (url: string): string => keyOfHash(createHash('sha256').update(url).digest('hex'));

export const isForeign = (image: string): boolean => /^https?:\/\//i.test(image);

/** A path of our own host, without a way out of it. */
export const isOwnPath = (image: string): boolean => /^\/[\w-][\w./-]*$/.test(image) && !image.includes('..');

export const addressOfKey = (key: string): string => `${SHELF}${key}`;

/** Where browsers find an item's image: always on our own host, so that nobody else learns who looks at what. */
export const photoAddress = (image: string): string => (isForeign(image) ? addressOfKey(keyOfUrl(image)) : image);
