import { describe, expect, it } from '@jest/globals';
import { brokenLimit, built, refused } from './built.js';

const code = (result: ReturnType<typeof brokenLimit>): string | undefined =>
  result?.ok === false ? result.failure.code : undefined;

describe('a limit of the provider', () => {
  it.each([
    ['a', 1, true, undefined],
    ['ab', 1, false, 'hilo_text_too_long'],
    ['🙏', 1, false, undefined],
    ['🙏🙏', 1, false, 'hilo_text_too_long'],
    ['', 1, true, 'hilo_text_missing'],
    [' \t\n', 9, true, 'hilo_text_missing'],
    [undefined, 1, true, 'hilo_text_missing'],
    [undefined, 1, false, undefined],
    ['', 1, false, undefined],
    ['\u00a0', 1, true, 'hilo_text_missing'],
  ])('of %j at %i, required %s: %s', (text, max, required, expected) => {
    expect(code(brokenLimit([{ name: 'text', text, max, required }]))).toBe(expected);
  });

  it('names the first text that breaks one, and the number', () => {
    const result = brokenLimit([
      { name: 'header', text: 'fits', max: 4 },
      { name: 'footer', text: 'too long', max: 4 },
      { name: 'body', text: '', max: 4, required: true },
    ]);
    expect(result).toMatchObject({
      ok: false,
      failure: { title: 'The footer is longer than 4 characters.', reason: 'invalid_content', class: 'permanent' },
    });
  });

  it('broken by nothing lets everything through', () => {
    expect(brokenLimit([])).toBeUndefined();
  });
});

it('what is built and what is refused are told apart', () => {
  expect(built({ a: 1 })).toEqual({ ok: true, body: { a: 1 } });
  expect(refused('x', 'Words.', 'media_rejected')).toEqual({
    ok: false,
    failure: { code: 'hilo_x', class: 'permanent', reason: 'media_rejected', title: 'Words.' },
  });
});
