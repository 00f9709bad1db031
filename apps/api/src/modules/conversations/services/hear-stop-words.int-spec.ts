import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ago, conversationOf, newcomer, reply, textsOf, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { says } from '../testing/wire.js';

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads();
  paula = await app.person(['supervisor']);
});
afterAll(() => app.close());

const ledger = (contactId: string) =>
  app.sql.rows<{ state: string; source: string; category: string; text: string; message_id: string; at: Date }>(
    'select state, source, category, text, message_id, at from consent_entry where contact_id = $1 order by recorded_at, id',
    [contactId],
  );
const confirmations = async (conversationId: string) =>
  (await threadOf(paula, conversationId)).filter(({ author }) => author.kind === 'system');
const DAY_MS = 86_400_000;

describe('a STOP word', () => {
  it('withdraws the consent to marketing at the moment it was written, with its words and its message', async () => {
    const { who, id } = await newcomer(app, paula, { at: ago(9) });
    const at = new Date(Math.floor(ago(4).getTime() / 1000) * 1000);
    await app.hear(says(who, 'No más.', { at }));
    const { contact } = await conversationOf(paula, who);
    const message = (await threadOf(paula, id)).find(({ text }) => text === 'No más.');
    expect(await ledger(contact.id)).toEqual([
      { state: 'withdrawn', source: 'message', category: 'marketing', text: 'No más.', message_id: message?.id, at },
    ]);
    expect((await app.appended('consent.changed')).at(-1)).toMatchObject({
      contactId: contact.id,
      category: 'marketing',
      state: 'withdrawn',
    });
  });

  it('is confirmed once, in the customer’s language, by the system', async () => {
    const { who, id } = await newcomer(app, paula);
    await app.hear(says(who, 'STOP'));
    await app.hear(says(who, 'baja!!'));
    await app.hear(says(who, 'SALIR'), says(who, 'stop'));
    expect(await confirmations(id)).toMatchObject([
      { text: expect.stringContaining('no te enviaremos más promociones'), status: 'queued' },
    ]);
    await app.deliver();
    expect(app.graph.sends(who.waId)).toHaveLength(1);
  });

  it.each([
    ['pt_BR', 'não enviaremos mais promoções'],
    ['en', 'we will not send you promotions'],
    ['fr', 'no te enviaremos más promociones'],
    [null, 'no te enviaremos más promociones'],
  ])('of somebody who speaks %s hears: %s', async (language, words) => {
    const { who, id } = await newcomer(app, paula);
    const { contact } = await conversationOf(paula, who);
    await app.sql.rows('update contact set language = $2 where id = $1', [contact.id, language]);
    await app.hear(says(who, 'stop'));
    expect(await confirmations(id)).toMatchObject([{ text: expect.stringContaining(words) }]);
  });

  it('in the middle of a sentence is only a sentence', async () => {
    const { who, id } = await newcomer(app, paula);
    await app.hear(says(who, '¿dan de baja el precio?'), says(who, 'no más grande que eso'));
    expect(await ledger((await conversationOf(paula, who)).contact.id)).toEqual([]);
    expect(await confirmations(id)).toEqual([]);
  });

  it('of somebody who is blocked is not answered', async () => {
    const { who, id } = await newcomer(app, paula);
    const { contact } = await conversationOf(paula, who);
    await app.sql.rows('update contact set blocked_at = $2 where id = $1', [contact.id, new Date()]);
    await app.hear(says(who, 'stop'));
    expect(await confirmations(id)).toEqual([]);
    expect(await textsOf(paula, id)).toContain('stop');
  });

  it('that was on its way for more than a day still counts, though no word may be sent', async () => {
    const who = app.customer();
    await app.hear(says(who, 'stop', { at: new Date(Date.now() - 2 * DAY_MS) }));
    const { id, contact } = await conversationOf(paula, who);
    expect(await ledger(contact.id)).toMatchObject([{ state: 'withdrawn' }]);
    expect(await confirmations(id)).toEqual([]);
  });

  it('stops marketing and nothing else', async () => {
    const { who, id } = await newcomer(app, paula);
    await app.hear(says(who, 'stop'));
    const verdict = async (query: string) => (await paula.read(`/conversations/${id}/can-send?${query}`))['verdict'];
    expect(await verdict('category=service')).toBe('free');
    expect(await verdict('category=utility&type=template')).toBe('template');
    expect(await paula.read(`/conversations/${id}/can-send?category=marketing&type=template`)).toEqual({
      verdict: 'refuse',
      code: 'opted_out',
      words: 'The customer asked not to receive marketing messages.',
      waitUntil: null,
    });
    expect(await reply(paula, id, 'su pedido va en camino')).toMatchObject({ status: 'queued' });
  });

  it('holds for every number of the business', async () => {
    const { who } = await newcomer(app, paula);
    await app.hear(says(who, 'stop'));
    const other = await app.addChannel({ address: '777', accountId: '778', name: 'Otra' });
    const { contact } = await conversationOf(paula, who);
    await app.sql.rows(
      `insert into conversation (id, contact_id, channel_id, status, assistant_mode, owner, created_at, activity_at) values (gen_random_uuid(), $1, $2, 'open', 'off', 'nobody', $3, $3)`,
      [contact.id, other.id, new Date()],
    );
    const { data } = await paula.read<{ data: { id: string; channel: { id: string } }[] }>(
      `/conversations?contactId=${contact.id}`,
    );
    const there = data.find(({ channel }) => channel.id === other.id);
    expect(
      await paula.read(`/conversations/${there?.id ?? ''}/can-send?category=marketing&type=template`),
    ).toMatchObject({ code: 'opted_out' });
  });
});
