import { describe, expect, it } from '@jest/globals';
import { HEADER_MEDIA, headerFileOf, refusedFile } from './template-file';

const media = { key: HEADER_MEDIA, part: 'header' as const, example: null };
const words = { key: '1', part: 'body' as const, example: null };

describe('the file above a template', () => {
  it.each(['image', 'video', 'document'] as const)('is wanted where its header is one: %s', (format) => {
    expect(headerFileOf({ header: { format, text: null }, variables: [words, media] })).toBe(format);
  });

  it('is not asked for where the header is words, or nothing', () => {
    expect(headerFileOf({ header: { format: 'text', text: 'Hola {{1}}' }, variables: [words] })).toBeNull();
    expect(headerFileOf({ header: null, variables: [] })).toBeNull();
  });

  it.each([
    ['image', 'image/jpeg', 1, null],
    ['image', 'image/png', 5 * 1024 * 1024, null],
    ['image', 'image/png', 5 * 1024 * 1024 + 1, 'too_large'],
    ['image', 'image/webp', 1, 'wrong_type'],
    ['image', '', 1, 'wrong_type'],
    ['video', 'video/mp4', 1, null],
    ['video', 'video/3gpp', 1, null],
    ['video', 'image/png', 1, 'wrong_type'],
    ['video', 'video/mp4', 0, 'empty_file'],
    ['document', 'application/pdf', 1, null],
    ['document', 'text/plain', 1, 'wrong_type'],
  ] as const)('as %s may be %s of %d bytes: %s', (kind, type, size, refusal) => {
    expect(refusedFile(kind, { type, size })).toBe(refusal);
  });
});
