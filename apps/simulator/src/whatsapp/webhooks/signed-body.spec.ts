import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { verifySignature } from '@kapso/whatsapp-cloud-api/server';
import { hubSignature, metaJson } from './signed-body.js';

const FIXTURES = new URL('../../../../api-e2e/fixtures/', import.meta.url);
const recorded = JSON.parse(readFileSync(new URL('meta_signatures.json', FIXTURES), 'utf8')).signatures as Record<
  string,
  string
>;
const whatsapp = Object.entries(recorded).filter(([name]) => name.startsWith('whatsapp/'));

describe('metaJson', () => {
  it.each([
    ['¿tienen stock?', '"\\u00bftienen stock?"'],
    ['🙏', '"\\ud83d\\ude4f"'],
    ['São Ñandú', '"S\\u00e3o \\u00d1and\\u00fa"'],
    ['a/b', '"a/b"'],
    ['"\n\u2028', '"\\"\\n\\u2028"'],
    ['\u007f\u0080', '"\\u007f\\u0080"'],
  ])('escapes %j in lower-case hex', (text, written) => {
    expect(metaJson(text)).toBe(written);
    expect(JSON.parse(written)).toBe(text);
  });

  it('writes pure ASCII that reads back as it was', () => {
    const value = { ñ: ['日本', { é: null }], n: 1.5 };
    expect(metaJson(value)).toMatch(/^[\x20-\x7e]*$/);
    expect(JSON.parse(metaJson(value))).toEqual(value);
  });
});

describe('hubSignature', () => {
  it.each(whatsapp)('agrees with the recorded signature of %s', (name, signature) => {
    const body = readFileSync(new URL(name, FIXTURES));
    expect(hubSignature('test-app-secret-0123456789abcdef', body)).toBe(signature);
  });

  it('satisfies a foreign verifier, and only with the right secret', () => {
    const rawBody = metaJson({ text: 'Año nuevo 🎉' });
    const signatureHeader = hubSignature('s3cret', rawBody);
    expect(verifySignature({ appSecret: 's3cret', rawBody, signatureHeader })).toBe(true);
    expect(verifySignature({ appSecret: 'other', rawBody, signatureHeader })).toBe(false);
    expect(
      verifySignature({ appSecret: 's3cret', rawBody: JSON.stringify(JSON.parse(rawBody)), signatureHeader }),
    ).toBe(false);
  });
});
