import { describe, expect, it } from '@jest/globals';
import { isOwnPath, keyOfUrl, PHOTO_KEY, photoAddress } from './photo.js';

describe('where a photo is shown', () => {
  it('is our own host, whoever keeps it', () => {
    const shown = photoAddress('https://fotos.example/sofa.jpg');
    expect(shown).toBe(`/api/v1/catalogue/photos/${keyOfUrl('https://fotos.example/sofa.jpg')}`);
    expect(photoAddress('HTTP://fotos.example/sofa.jpg')).toMatch(/^\/api\/v1\/catalogue\/photos\/[0-9a-f]{32}$/);
  });

  it('is the path itself where it is on our host already', () => {
    for (const path of ['/demo/sofa.png', '/api/v1/catalogue/photos/0123456789abcdef0123456789abcdef'])
      expect(photoAddress(path)).toBe(path);
  });

  it('differs from address to address, and stays the same', () => {
    const keys = ['https://a.example/1', 'https://a.example/2', 'https://a.example/1?', 'https://a.example/1'].map(
      keyOfUrl,
    );
    expect(new Set(keys).size).toBe(3);
    expect(keys[0]).toBe(keys[3]);
    expect(keys.every((key) => PHOTO_KEY.test(key))).toBe(true);
  });
});

describe('a path of our own', () => {
  it.each(['/demo/sofa.png', '/api/v1/catalogue/photos/ab'])('is %s', (path) => expect(isOwnPath(path)).toBe(true));
  it.each([
    '//evil.example/x.png',
    '/',
    '/../secrets',
    '/a/../../b',
    'demo/x.png',
    '/\\evil.example',
    'javascript:alert(1)',
    '/x?u=https://evil.example',
    'data:image/png;base64,AA',
  ])('is not %s', (path) => expect(isOwnPath(path)).toBe(false));
});
