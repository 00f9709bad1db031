import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { Encryption } from './encryption.js';

const key = (): string => randomBytes(32).toString('base64');
const [k1, k2, indexKey] = [key(), key(), key()];
const encryption = (encryptionKeys: string, blindIndexKey = indexKey): Encryption =>
  new Encryption({ secrets: { encryptionKeys, blindIndexKey } } as ConstructorParameters<typeof Encryption>[0]);
const old = encryption(`v1:${k1}`);

describe('sealing', () => {
  it('opens to what it was and never looks twice the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        const sealed = old.encrypt(plain);
        expect(old.decrypt(sealed)).toBe(plain);
        expect(old.encrypt(plain)).not.toBe(sealed);
      }),
    );
  });

  it('takes any JSON value as one text, and nothing as null', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        expect(old.decryptJson(old.encryptJson(value))).toEqual(JSON.parse(JSON.stringify(value))),
      ),
    );
    expect(old.decryptJson(old.encryptJson(undefined))).toBeNull();
  });

  it('says by which key, so that keys can be changed', () => {
    const sealed = old.encrypt('+593991112222');
    const renewed = encryption(`v2:${k2},v1:${k1}`);
    expect(renewed.decrypt(sealed)).toBe('+593991112222');
    expect(renewed.encrypt('x')).toMatch(/^v2\./);
    expect(() => encryption(`v2:${k2}`).decrypt(sealed)).toThrow('no encryption key v1');
  });

  it('does not open what was altered, anywhere', () => {
    const sealed = old.encrypt('secreto');
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let place = 0; place < bytes.length; place += 1) {
      const altered = Buffer.from(bytes);
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect(() => old.decrypt(`v1.${altered.toString('base64url')}`)).toThrow();
    }
    expect(() => old.decrypt('')).toThrow();
    expect(() => old.decrypt('v1.')).toThrow();
  });

  it.each(['', 'v1', 'v1:short', `x:${k1}`, k1, `v1:${k1},v2:`])('does not start with the keys %p', (keys) => {
    expect(() => encryption(keys)).toThrow(/ENCRYPTION_KEYS/);
  });
});

describe('blind indexes', () => {
  it('are equal for equals of one scope only, under one key only', () => {
    expect(old.blindIndex('email', 'a@b.co')).toBe(old.blindIndex('email', 'a@b.co'));
    expect(old.blindIndex('phone', 'a@b.co')).not.toBe(old.blindIndex('email', 'a@b.co'));
    expect(encryption(`v1:${k1}`, key()).blindIndex('email', 'a@b.co')).not.toBe(old.blindIndex('email', 'a@b.co'));
    expect(old.blindIndex('a', 'bc')).not.toBe(old.blindIndex('ab', 'c'));
  });

  it('find a phone by any of its last four to ten digits, however it is typed', () => {
    const indexes = old.phoneIndexes('+593 98-765-4321');
    expect(indexes).toHaveLength(7);
    for (const typed of ['4321', '654321', '87654321', '098 765 4321', '+593 98 765 4321', '593987654321'])
      expect(indexes).toContain(old.phoneSearchIndex(typed));
    expect(indexes).not.toContain(old.phoneSearchIndex('4322'));
  });

  it('are not made of fewer than four digits', () => {
    expect(old.phoneSearchIndex('321')).toBeUndefined();
    expect(old.phoneSearchIndex('Ana')).toBeUndefined();
    expect(old.phoneIndexes('123')).toEqual([]);
  });
});
