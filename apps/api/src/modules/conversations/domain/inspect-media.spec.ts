import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { imageSize } from './image-size.js';
import { inspectMedia } from './inspect-media.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]),
  Buffer.from('JFIF\0'),
  Buffer.alloc(9),
  Buffer.from([0xff, 0xc0, 0x00, 0x11, 0x08, 0x00, 0x20, 0x00, 0x40, 0x03]),
  Buffer.alloc(16),
]);
const typeOf = async (bytes: Buffer, declared: string, name: string | null = null): Promise<string> => {
  const seen = await inspectMedia(bytes, declared, name);
  return seen.kind === 'known' ? seen.contentType : 'refused';
};

describe('what a file is', () => {
  it('is told by its bytes, not by its name', async () => {
    expect(await inspectMedia(png, 'application/pdf', 'a.pdf')).toEqual({
      kind: 'known',
      contentType: 'image/png',
      width: 3,
      height: 2,
    });
    expect(await inspectMedia(jpeg, 'image/png', null)).toEqual({
      kind: 'known',
      contentType: 'image/jpeg',
      width: 64,
      height: 32,
    });
    expect(await typeOf(Buffer.from('%PDF-1.7\n'), 'image/png')).toBe('application/pdf');
  });

  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    '<!DOCTYPE html><p>',
    '\n  <script>alert(1)</script>',
    '<?xml version="1.0"?><x/>',
    '<IFRAME src=x>',
  ])('refuses what a browser would run: %s', async (text) => {
    expect(await typeOf(Buffer.from(text), 'image/png', 'photo.png')).toBe('refused');
  });

  it('serves what pretends to be a picture as a picture, never as a page', async () => {
    expect(await typeOf(Buffer.from('GIF89a<html><script>alert(1)</script>'), 'text/html', 'x.html')).toBe('image/gif');
  });

  it('takes plain text and tables as text, and strange bytes as bytes', async () => {
    expect(await typeOf(Buffer.from('a,b\n1,2'), 'text/csv', 'a.csv')).toBe('text/csv');
    expect(await typeOf(Buffer.from([0, 1, 2, 3]), 'text/plain', 'a.txt')).toBe('application/octet-stream');
    expect(await typeOf(Buffer.from('hola'), 'image/jpeg', 'a.jpg')).toBe('application/octet-stream');
  });

  it('never throws on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.string(), async (bytes, declared) => {
        expect(['known', 'refused']).toContain((await inspectMedia(Buffer.from(bytes), declared, null)).kind);
      }),
    );
  });

  it('reads no size where there is none', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('image/png', 'image/jpeg', 'image/webp', 'image/gif'),
        (bytes, type) => {
          const size = imageSize(Buffer.from(bytes), type);
          expect(size === null || (size.width > 0 && size.height > 0)).toBe(true);
        },
      ),
    );
  });
});
