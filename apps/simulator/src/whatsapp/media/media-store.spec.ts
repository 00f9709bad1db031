import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { MediaStore, refuseUpload } from './media-store.js';

const MB = 1024 * 1024;

describe('MediaStore', () => {
  it('keeps a file with its hash in both spellings', () => {
    const store = new MediaStore();
    const bytes = Buffer.from('una foto');
    const { id } = store.put(bytes, 'image/jpeg', 'foto.jpg');
    const digest = createHash('sha256').update(bytes).digest();
    expect(store.get(id)).toMatchObject({
      bytes,
      mimeType: 'image/jpeg',
      fileName: 'foto.jpg',
      sha256: { hex: digest.toString('hex'), base64: digest.toString('base64') },
    });
    expect(store.remove(id)).toBe(true);
    expect(store.remove(id)).toBe(false);
    expect(store.get(id)).toBeUndefined();
  });

  it('lets the oldest go when too much is held', () => {
    const store = new MediaStore();
    const ids = Array.from({ length: 4 }, () => store.put(Buffer.alloc(80 * MB), 'application/pdf', null).id);
    expect(ids.map((id) => store.get(id) !== undefined)).toEqual([false, true, true, true]);
  });
});

describe('refuseUpload', () => {
  it.each([
    ['image/jpeg', 5 * MB],
    ['audio/ogg; codecs=opus', 16 * MB],
    ['IMAGE/PNG', 1],
    ['application/pdf', 100 * MB],
  ])('takes %s of %d bytes', (type, size) => expect(refuseUpload(type, size)).toBeUndefined());

  it.each([
    ['image/jpeg', 5 * MB + 1, 131053],
    ['image/webp', 501 * 1024, 131053],
    ['image/svg+xml', 10, 100],
    ['text/html', 10, 100],
    ['constructor', 10, 100],
    ['image/png', 0, 131053],
  ])('refuses %s of %d bytes with %d', (type, size, code) => expect(refuseUpload(type, size)).toMatchObject({ code }));
});
