import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { imageSize } from './image-size.js';

const u16be = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
const u16le = (value: number): Buffer => Buffer.from([value & 0xff, value >> 8]);
const u24le = (value: number): Buffer => Buffer.from([value & 0xff, (value >> 8) & 0xff, value >> 16]);

const png = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(24);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
};
const gif = (width: number, height: number): Buffer =>
  Buffer.concat([Buffer.from('GIF89a'), u16le(width), u16le(height)]);
const riff = (form: string, rest: Buffer): Buffer =>
  Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), Buffer.from(form), Buffer.alloc(4), rest]);
const extended = (width: number, height: number): Buffer =>
  riff('VP8X', Buffer.concat([Buffer.alloc(4), u24le(width - 1), u24le(height - 1)]));
const lossy = (width: number, height: number): Buffer =>
  riff('VP8 ', Buffer.concat([Buffer.alloc(6), u16le(width), u16le(height)]));
const lossless = (width: number, height: number): Buffer => {
  const bits = Buffer.alloc(5);
  bits.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1);
  return riff('VP8L', bits);
};
const segment = (marker: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker]), u16be(body.length + 2), body]);
const jpeg = (width: number, height: number, before: Buffer = Buffer.alloc(0)): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    before,
    segment(0xc0, Buffer.concat([Buffer.from([8]), u16be(height), u16be(width), Buffer.alloc(6)])),
  ]);

const side = fc.integer({ min: 1, max: 16_000 });

describe('the size of a picture', () => {
  it.each([
    ['image/png', png],
    ['image/gif', gif],
    ['image/webp', extended],
    ['image/webp', lossy],
    ['image/webp', lossless],
    ['image/jpeg', jpeg],
  ] as const)('is read from the header of %s', (type, build) => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(imageSize(build(width, height), type)).toEqual({ width, height });
      }),
    );
  });

  it('of a JPEG lies behind its metadata, however much there is', () => {
    const exif = Buffer.concat([
      segment(0xe1, Buffer.alloc(3000, 0xc0)),
      segment(0xc4, Buffer.alloc(40)),
      segment(0xfe, Buffer.from('x')),
    ]);
    expect(imageSize(jpeg(640, 480, exif), 'image/jpeg')).toEqual({ width: 640, height: 480 });
  });

  it.each([
    ['image/png', Buffer.alloc(10)],
    ['image/png', png(0, 5)],
    ['image/gif', gif(5, 0)],
    ['image/webp', riff('VP9 ', Buffer.alloc(20))],
    ['image/jpeg', jpeg(5, 5).subarray(0, 8)],
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0x00, 0x00])],
    ['image/heic', png(5, 5)],
    ['application/pdf', png(5, 5)],
  ])('is unknown where the header does not tell it: %s', (type, bytes) => {
    expect(imageSize(bytes, type)).toBeNull();
  });
});
