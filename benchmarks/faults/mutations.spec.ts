import { describe, expect, it } from '@jest/globals';
import { translateInbound } from '../../apps/api/src/modules/whatsapp/cloud/translate-inbound.js';
import { messagesBody } from '../rig/webhook-bodies.mjs';
import { hostileBodies } from './hostile-bodies.mjs';
import { mutated, seededRandom } from './mutations.mjs';

const body = messagesBody([
  { id: 'wamid.1', customer: 1, at: 1_790_000_000 },
  { id: 'wamid.2', customer: 2, at: 1_790_000_000 },
]);
const many = (seed: number, count: number): object[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => mutated(body, random));
};

describe('seeded numbers', () => {
  it('can be had again from their seed, and differ by it', () => {
    const some = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
    expect(some(1)).toEqual(some(1));
    expect(some(1)).not.toEqual(some(2));
  });

  it('lie from 0 to 1 and spread', () => {
    const random = seededRandom(7);
    const numbers = Array.from({ length: 2000 }, () => random());
    expect(numbers.every((one) => one >= 0 && one < 1)).toBe(true);
    expect(numbers.filter((one) => one < 0.5).length).toBeGreaterThan(800);
    expect(numbers.filter((one) => one >= 0.5).length).toBeGreaterThan(800);
  });
});

describe('a mutation', () => {
  it('leaves the body it was made of alone', () => {
    const before = JSON.stringify(body);
    many(1, 200);
    expect(JSON.stringify(body)).toBe(before);
  });

  it('can be had again, and is nearly always another body', () => {
    expect(many(3, 50)).toEqual(many(3, 50));
    const written = many(4, 300).map((one) => JSON.stringify(one));
    expect(new Set(written).size).toBeGreaterThan(200);
    expect(written.filter((one) => one === JSON.stringify(body)).length).toBeLessThan(30);
  });

  it('can always be sent, and never breaks the translation', () => {
    for (const one of many(5, 500)) {
      const sent = JSON.parse(JSON.stringify(one)) as unknown;
      expect(() => translateInbound(sent, new Date())).not.toThrow();
    }
  });

  it('of nothing is nothing', () => {
    expect(mutated({}, seededRandom(1))).toEqual({});
  });
});

describe('hostile bodies', () => {
  const bodies = hostileBodies as {
    name: string;
    body: () => unknown;
    stored?: string;
    refused?: boolean;
    large?: boolean;
  }[];
  const parsed = (written: unknown): unknown => {
    if (typeof written === 'object' && !Buffer.isBuffer(written)) return JSON.parse(JSON.stringify(written));
    try {
      return JSON.parse(Buffer.isBuffer(written) ? written.toString('utf8') : String(written));
    } catch {
      return undefined;
    }
  };
  const small = bodies.filter(({ refused, large }) => !refused && !large);

  it('have names of their own', () => {
    expect(new Set(bodies.map(({ name }) => name)).size).toBe(bodies.length);
    expect(bodies.length).toBeGreaterThan(30);
  });

  it.each(small.map(({ name, ...rest }) => [name, rest] as const))(
    '%s never breaks the translation, and gives the text that must be stored',
    (_name, { body: write, stored }) => {
      const translation = translateInbound(parsed(write()), new Date());
      const told = translation.kind === 'translated' ? JSON.stringify(translation.events) : '';
      expect(told).not.toMatch(/\\u0000/);
      if (stored !== undefined) expect(told).toContain(JSON.stringify(stored).slice(1, -1));
    },
  );
});
