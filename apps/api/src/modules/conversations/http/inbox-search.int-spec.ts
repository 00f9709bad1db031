import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationOf, newcomer, reply } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { type Customer, edits, says, wamid, wrote } from '../testing/wire.js';
import type { ConversationPage } from './conversation.view.js';

let app: ThreadApp;
let boss: Person;
const people = new Map<string, Customer>();
beforeAll(async () => {
  app = await startThreads();
  boss = await app.person(['supervisor']);
  const spoken: [string, string][] = [
    ['José Ñandú', '¿Tienen el sofá-cama en azul?'],
    ['Müller Straße', 'Quiero una cotización de la MESA de roble'],
    ['María Fernández', 'Mi pedido A-1734 no llegó 😡'],
    ['李小龙', '你好 需要报价'],
    ['O’Brien', 'hello world'],
    ['Okina', '¿El casco a½ precio? ʻokina ŉ Straße'],
  ];
  for (const [name, text] of spoken) {
    const who = app.customer(name);
    people.set(name, who);
    await app.hear(says(who, text));
  }
});
afterAll(() => app.close());

const find = async (q: string, more = ''): Promise<string[]> =>
  (await boss.read<ConversationPage>(`/conversations?q=${encodeURIComponent(q)}${more}`)).data
    .map(({ contact }) => contact.name)
    .sort();
const phoneOf = (name: string): string => people.get(name)?.waId ?? '';

describe('a search', () => {
  it.each<[string, string[]]>([
    ['José', ['José Ñandú']],
    ['jose nandu', ['José Ñandú']],
    ['NANDU', ['José Ñandú']],
    ['Fernandes', ['María Fernández']],
    ['maria fernandez', ['María Fernández']],
    ['muller', ['Müller Straße']],
    ['李小龙', ['李小龙']],
    ['sofa', ['José Ñandú']],
    ['SOFÁ azul', ['José Ñandú']],
    ['azul tienen', ['José Ñandú']],
    ['cotiz', ['Müller Straße']],
    ['cotizacion mesa', ['Müller Straße']],
    ['1734', ['María Fernández']],
    ['pedido A-1734', ['María Fernández']],
    ['sofa roble', []],
    ['a½', ['Okina']],
    ['a½ pre', ['Okina']],
    ['½', ['Okina']],
    ['ʻokina', ['Okina']],
    ['strasse', ['Müller Straße', 'Okina']],
    ['mes cotizacion', []],
    ['nadie escribió esto', []],
  ])('for %j finds %j', async (typed, names) => {
    expect(await find(typed)).toEqual(names);
  });

  it('finds a person by any ending of their phone of four digits or more, however it is typed', async () => {
    const digits = phoneOf('María Fernández');
    for (const typed of [
      digits,
      `+${digits}`,
      digits.slice(-9),
      digits.slice(-6),
      `${digits.slice(0, 3)} ${digits.slice(3, 5)} ${digits.slice(5)}`,
    ]) {
      expect([typed, await find(typed)]).toEqual([typed, ['María Fernández']]);
    }
  });

  it.each([
    '½½',
    'x¼ y',
    'ʼn',
    'ʼ',
    'ʹa',
    '№ 5',
    '㎏ ㏑',
    '①②',
    '& | !',
    "');--",
    ':*',
    '<->',
    '%',
    '_',
    '\\',
    '*',
    '?',
    '"',
    '😡😡',
    ' . ',
  ])('reads no operator in %j', async (typed) => {
    expect((await boss.ask('GET', `/conversations?q=${encodeURIComponent(typed)}`)).status).toBe(200);
  });

  it.each(['a\0b', '\0'])('answers for what cannot be stored: %j', async (typed) => {
    expect((await boss.ask('GET', `/conversations?q=${encodeURIComponent(typed)}`)).status).toBeLessThan(500);
  });

  it('hears what we wrote, captions and file names too', async () => {
    const { who, id } = await newcomer(app, boss, { name: 'Zoila' });
    await reply(boss, id, 'Le mandamos el presupuesto bermellón');
    await app.hear(
      wrote(who, { type: 'image', image: { id: 'm', mime_type: 'image/png', caption: 'mi terraza techada' } }),
    );
    await app.hear(
      wrote(who, { type: 'document', document: { id: 'd', mime_type: 'application/pdf', filename: 'escritura.pdf' } }),
    );
    for (const typed of ['bermellon', 'terraza', 'escritura']) expect(await find(typed)).toEqual(['Zoila']);
  });

  it('follows an edit', async () => {
    const [who, id] = [app.customer('Editora'), wamid()];
    await app.hear(says(who, 'quiero berenjenas', { id }));
    await app.hear(edits(who, id, 'quiero zapallos'));
    expect(await find('berenjenas')).toEqual([]);
    expect(await find('zapallos')).toEqual(['Editora']);
  });

  it('together with a filter means both', async () => {
    const who = people.get('José Ñandú');
    if (!who) throw new Error('nobody');
    const { id } = await conversationOf(boss, who);
    await boss.ask('PATCH', `/conversations/${id}`, { tags: ['vip'] });
    expect(await find('sofa', '&tag=vip')).toEqual(['José Ñandú']);
    expect(await find('cotizacion', '&tag=vip')).toEqual([]);
    expect(await find('sofa', '&status=closed')).toEqual([]);
  });

  it('goes on page by page', async () => {
    for (let index = 0; index < 5; index += 1)
      await newcomer(app, boss, { name: `Cliente ${String(index)}`, text: 'palabrapropia' });
    const first = await boss.read<ConversationPage>('/conversations?q=palabrapropia&limit=3');
    const second = await boss.read<ConversationPage>(
      `/conversations?q=palabrapropia&limit=3&cursor=${first.nextCursor ?? ''}`,
    );
    expect([first.data.length, second.data.length, second.nextCursor]).toEqual([3, 2, null]);
    expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(5);
  });
});
