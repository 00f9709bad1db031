import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTwoNumbers, type TwoNumbers } from '../testing/two-numbers.js';

const MARIA = '593991112201';

let pair: TwoNumbers;
beforeAll(async () => {
  pair = await startTwoNumbers();
});
beforeEach(() => pair.reset());
afterAll(() => pair.close());

describe('a number that is not played', () => {
  it.each([
    ['/phone/customers?number=42', undefined],
    [`/phone/customers/${MARIA}/thread?number=42`, undefined],
    ['/phone/changes?number=42', undefined],
    ['/phone/events?number=42', undefined],
    [`/phone/customers/${MARIA}/messages`, { type: 'text', text: 'hola', number: '42' }],
    [`/phone/customers/${MARIA}/open?number=42`, {}],
    ['/control/verify', { number: '42' }],
    ['/control/templates', { name: 'hola_de_nuevo', status: 'PAUSED', number: '42' }],
    ['/control/webhooks', { changes: [{ field: 'x', value: {} }], number: '42' }],
  ])('is not found at %s', async (path, body) => {
    const answer = body === undefined ? await pair.bench.get(path) : await pair.bench.post(path, body);
    expect(answer).toMatchObject({ status: 404, body: { error: { message: 'There is no such number.' } } });
  });
});
