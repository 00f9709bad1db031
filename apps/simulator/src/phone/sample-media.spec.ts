import { describe, expect, it } from '@jest/globals';
import { mediaLimit } from '../whatsapp/media/media-rules.js';
import { sampleFor } from './sample-media.js';

const START: Record<string, (bytes: Buffer) => boolean> = {
  image: (bytes) => bytes.subarray(1, 4).toString() === 'PNG',
  video: (bytes) => bytes.subarray(4, 8).toString() === 'ftyp',
  audio: (bytes) => bytes.subarray(0, 4).toString() === 'OggS',
  voice: (bytes) => bytes.includes('OpusHead'),
  document: (bytes) => bytes.subarray(0, 5).toString() === '%PDF-',
  sticker: (bytes) => bytes.subarray(8, 12).toString() === 'WEBP',
};

describe('sampleFor', () => {
  it.each(Object.keys(START))('has a small %s that is what it says', (type) => {
    const sample = sampleFor(type as 'image');
    const bytes = Buffer.from(sample?.base64 ?? '', 'base64');
    expect(START[type]?.(bytes)).toBe(true);
    expect(bytes.length).toBeLessThan(400);
    expect(mediaLimit(sample?.mimeType ?? '')).toBeGreaterThan(bytes.length);
  });

  it.each(['text', 'location', 'reaction', 'order'] as const)('has none for %s', (type) => {
    expect(sampleFor(type)).toBeUndefined();
  });
});
