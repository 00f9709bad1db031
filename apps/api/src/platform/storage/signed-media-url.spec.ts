import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SignedMediaUrl } from './signed-media-url.js';

const ASSET = '01a00000-0000-7000-8000-000000000001';
const secret = randomBytes(32).toString('base64');
let now = new Date('2026-11-21T07:00:00Z');
const urls = (mediaUrlSecret = secret): SignedMediaUrl =>
  new SignedMediaUrl({ secrets: { mediaUrlSecret } } as ConstructorParameters<typeof SignedMediaUrl>[0], {
    now: () => now,
  });
const partsOf = (url: string): { e: string; s: string } =>
  Object.fromEntries(new URL(url, 'http://x').searchParams) as { e: string; s: string };

describe('signed links to media', () => {
  it('open what they were made for, until they expire', () => {
    now = new Date('2026-11-21T07:00:00Z');
    const { e, s } = partsOf(urls().sign(ASSET, 'original'));
    expect(urls().verify(ASSET, 'original', e, s)).toBe(true);
    now = new Date(Number(e) * 1000);
    expect(urls().verify(ASSET, 'original', e, s)).toBe(true);
    now = new Date(Number(e) * 1000 + 1);
    expect(urls().verify(ASSET, 'original', e, s)).toBe(false);
  });

  it('stay the same for half an hour and live for more than another', () => {
    now = new Date('2026-11-21T07:00:00Z');
    const first = urls().sign(ASSET, 'original');
    now = new Date('2026-11-21T07:29:59Z');
    expect(urls().sign(ASSET, 'original')).toBe(first);
    expect(Number(partsOf(first).e) * 1000 - now.getTime()).toBeGreaterThanOrEqual(30 * 60_000);
  });

  it('open nothing else', () => {
    const { e, s } = partsOf(urls().sign(ASSET, 'thumbnail'));
    expect(urls().verify(ASSET, 'original', e, s)).toBe(false);
    expect(urls().verify(ASSET.replace('1', '2'), 'thumbnail', e, s)).toBe(false);
    expect(urls().verify(ASSET, 'thumbnail', String(Number(e) + 1800), s)).toBe(false);
    expect(urls(randomBytes(32).toString('base64')).verify(ASSET, 'thumbnail', e, s)).toBe(false);
    for (const [expires, signature] of [
      [e, ''],
      [e, s.slice(1)],
      ['', s],
      ['1e99', s],
      ['NaN', s],
    ] as const)
      expect(urls().verify(ASSET, 'thumbnail', expires, signature)).toBe(false);
  });
});
