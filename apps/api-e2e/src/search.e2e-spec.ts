import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversations, conversationWith } from './testing/conversation.js';
import { messagesBody } from './testing/door.js';
import { openStage, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

const PEOPLE = [
  { id: 'wamid.S1', from: '593987654321', name: 'Íñigo Muñoz', text: '¿Tienen la cámara Canon?' },
  { id: 'wamid.S2', from: '5491155507777', name: 'Lucía Peralta', text: 'Busco un refrigerador de dos puertas' },
  { id: 'wamid.S3', from: '573001234321', name: 'Carlos Pérez', text: 'Quiero pagar con tarjeta' },
];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.door.post(messagesBody(PEOPLE));
  for (const { from } of PEOPLE) await conversationWith(stage.admin, from);
}, 240_000);
afterAll(() => stage?.close(), 30_000);

const found = async (q: string): Promise<string[]> =>
  (await conversations(stage.admin, `?q=${encodeURIComponent(q)}`)).map(({ contact }) => contact.name).sort();

describe('finding a conversation', () => {
  it.each([
    ['the name', 'Lucía Peralta', ['Lucía Peralta']],
    ['the name without accents', 'inigo munoz', ['Íñigo Muñoz']],
    ['a part of the name', 'peralta', ['Lucía Peralta']],
    ['the last four digits', '7777', ['Lucía Peralta']],
    ['an ending that two share', '4321', ['Carlos Pérez', 'Íñigo Muñoz']],
    ['a longer ending', '34321', ['Carlos Pérez']],
    ['the whole phone as people write it', '+593 98 765 4321', ['Íñigo Muñoz']],
    ['words of a message', 'refrigerador', ['Lucía Peralta']],
    ['words without accents', 'camara', ['Íñigo Muñoz']],
    ['what nobody said', 'xilófono', []],
  ])('by %s', async (_how, q, names) => {
    expect(await found(q)).toEqual(names);
  });

  it.each(['%', '_', "'", '" or 1=1 --', '\\', '(', ':*', '!!', '<>', '{}', '\u0000', 'a'.repeat(200)])(
    'survives %j',
    async (q) => {
      const answer = await stage.admin.get<{ data?: unknown[] }>(`/conversations?q=${encodeURIComponent(q)}`);
      expect([200, 400]).toContain(answer.status);
      if (answer.status === 200) expect(answer.body.data?.length).toBeLessThanOrEqual(PEOPLE.length);
    },
  );

  it('finds a new message as soon as it is shown', async () => {
    await stage.door.post(
      messagesBody([{ id: 'wamid.S4', from: '573001234321', name: 'Carlos Pérez', text: '¿Y la aspiradora?' }]),
    );
    expect(await until('the new word', async () => (await found('aspiradora')).length > 0)).toBe(true);
  });
});
