import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { refusalOf } from './schema-refusal.js';

const schema = z.strictObject({
  text: z.string().min(1).max(5),
  many: z.array(z.number().max(9)).max(2).optional(),
  either: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('a'), a: z.string() }),
      z.object({ type: z.literal('b'), b: z.string() }),
    ])
    .optional(),
  odd: z
    .number()
    .refine((n) => n % 2 === 1, { error: 'Only odd numbers.' })
    .optional(),
});

function refusal(json: unknown, under?: string): ReturnType<typeof refusalOf> {
  const parsed = schema.safeParse(json);
  if (parsed.success) throw new Error('taken');
  return refusalOf(parsed.error, under);
}

describe('refusalOf', () => {
  it.each([
    ['what is missing', {}, 131008, 'Required parameter is missing: text'],
    ['what is too long', { text: 'abcdef' }, 100, 'Param text must be at most 5 characters long.'],
    ['what is too many', { text: 'a', many: [1, 2, 3] }, 100, 'Param many must be at most 2 elements long.'],
    ['what is too great', { text: 'a', many: [10] }, 100, "Param many['0'] must be at most 9."],
    ['what is empty', { text: '' }, 131009, 'Parameter value is not valid: text'],
    ['what is of another type', { text: 7 }, 131009, 'Parameter value is not valid: text'],
    ['what nobody knows', { text: 'a', colour: 1 }, 100, 'Unexpected key "colour" on param "request".'],
    [
      'a kind that does not exist',
      { text: 'a', either: { type: 'c' } },
      131009,
      "Parameter value is not valid: either['type']",
    ],
    ['a part of a kind', { text: 'a', either: { type: 'b' } }, 131008, "Required parameter is missing: either['b']"],
    ['a broken rule', { text: 'a', odd: 2 }, 131009, 'Only odd numbers. (odd)'],
  ])('names %s', (_name, json, code, details) => {
    expect(refusal(json)).toEqual({ code, details });
  });

  it('names parameters under the message they belong to', () => {
    expect(refusal({ text: 'abcdef' }, 'image').details).toBe("Param image['text'] must be at most 5 characters long.");
  });
});
