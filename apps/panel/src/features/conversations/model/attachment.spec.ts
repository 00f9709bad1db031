import { describe, expect, it } from '@jest/globals';
import { LARGEST, fileSize, mediaType, refusal } from './attachment';

const ALL = ['image', 'video', 'audio', 'document'];

describe('a file to send', () => {
  it('goes as what phones can draw or play, else as a document', () => {
    const type = (name: string, size = 1000) => mediaType({ type: name, size }, ALL);
    expect(
      ['image/jpeg', 'image/gif', 'video/mp4', 'video/webm', 'audio/ogg', 'application/pdf', ''].map((one) =>
        type(one),
      ),
    ).toEqual(['image', 'document', 'video', 'document', 'audio', 'document', 'document']);
    expect(type('image/png', LARGEST.image + 1)).toBe('document');
    expect(mediaType({ type: 'image/png', size: 1 }, ['document'])).toBe('document');
  });

  it('is refused before it goes up when it could never arrive', () => {
    expect(refusal('document', { size: LARGEST.document + 1 }, ALL)).toBe('too_large');
    expect(refusal('document', { size: 0 }, ALL)).toBe('empty_file');
    expect(refusal('document', { size: 1 }, ['text'])).toBe('type_not_supported');
    expect(refusal('image', { size: LARGEST.image }, ALL)).toBeNull();
  });

  it('has a size in words', () => {
    expect(fileSize(2.44 * 1024 * 1024, 'es')).toMatch(/^2,4\sMB$/);
    expect(fileSize(10, 'es')).toMatch(/^1\skB$/);
  });
});
