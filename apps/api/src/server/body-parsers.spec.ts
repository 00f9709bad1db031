import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../platform/http/domain-error.js';
import { parseJson } from './body-parsers.js';

const refusal = (body: string): string => {
  try {
    parseJson(Buffer.from(body));
  } catch (error) {
    if (error instanceof DomainError) return error.code;
  }
  return 'accepted';
};

describe('parseJson', () => {
  it('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes('__proto__'));
        expect(parseJson(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('names what is wrong', () => {
    expect(refusal('{oops')).toBe('malformed_json');
    expect(refusal(`"${'x'.repeat(1024 * 1024)}"`)).toBe('too_large');
    expect(refusal('['.repeat(100_000))).toBe('bad_request');
  });

  it('counts brackets only outside strings', () => {
    expect(refusal(JSON.stringify({ text: '['.repeat(500) + '\\"[' }))).toBe('accepted');
  });

  it('lets no prototype in', () => {
    const value = parseJson(Buffer.from('{"__proto__":{"polluted":1},"a":1}')) as Record<string, unknown>;
    expect(value['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('takes an empty body as none', () => {
    expect(parseJson(Buffer.alloc(0))).toBeUndefined();
  });
});
