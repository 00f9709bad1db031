import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { newcomer } from '../testing/read-threads.js';
import { openSocket, type PanelSocket } from '../testing/panel-socket.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { until } from '../testing/until.js';

let app: ThreadApp;
let [boss, paula, luis]: [Person, Person, Person] = [] as never;
const open: PanelSocket[] = [];
beforeAll(async () => {
  app = await startThreads();
  boss = await app.person(['supervisor'], [], 'Jefa');
  paula = await app.person(['advisor'], [], 'Paula');
  luis = await app.person(['advisor'], [], 'Luis');
});
afterAll(() => app.close());
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

async function panel(who: { headers: Readonly<Record<string, string>> }): Promise<PanelSocket> {
  const socket = await openSocket(app.origin, who.headers);
  open.push(socket);
  return socket;
}
const room = async (): Promise<string> => (await newcomer(app, boss)).id;
const view = (socket: PanelSocket, conversationId: unknown) => socket.say('view', { conversationId });
const typing = (socket: PanelSocket, conversationId: unknown) => socket.say('typing', { conversationId });
const lookersIn = (socket: PanelSocket, conversationId: string): string[] | undefined => {
  const last = socket.heard
    .filter(({ type, data }) => type === 'presence' && data['conversationId'] === conversationId)
    .at(-1);
  return (last?.data['viewers'] as { name: string }[] | undefined)?.map(({ name }) => name).sort();
};
const sees = (socket: PanelSocket, id: string, names: string[]) =>
  until(() => JSON.stringify(lookersIn(socket, id)) === JSON.stringify(names));
const written = (socket: PanelSocket) =>
  socket.heard.flatMap(({ type, data }) => (type === 'typing' ? [data['name']] : []));

describe('who looks at a conversation', () => {
  it('is shown to all who may see it, as they come and go', async () => {
    const id = await room();
    const [hers, his] = [await panel(paula), await panel(luis)];
    expect(await view(hers, id)).toEqual({ ok: true });
    await sees(his, id, ['Paula']);
    await view(his, id);
    await sees(hers, id, ['Luis', 'Paula']);
    await view(his, null);
    await sees(hers, id, ['Paula']);
    hers.close();
    await sees(his, id, []);
  });

  it('is one person, however many windows they have open', async () => {
    const id = await room();
    const [one, two, other] = [await panel(paula), await panel(paula), await panel(luis)];
    await view(one, id);
    await view(two, id);
    await sees(other, id, ['Paula']);
    one.close();
    await until(() => other.heard.filter(({ type }) => type === 'presence').length >= 3);
    expect(lookersIn(other, id)).toEqual(['Paula']);
  });

  it('is at one place at a time', async () => {
    const [here, there] = [await room(), await room()];
    const [hers, his] = [await panel(paula), await panel(luis)];
    await view(hers, here);
    await view(hers, there);
    await sees(his, there, ['Paula']);
    await sees(his, here, []);
  });

  it('is at one place, even when both were asked for at once', async () => {
    const [here, there] = [await room(), await room()];
    const [hers, his] = [await panel(paula), await panel(luis)];
    await Promise.all([view(hers, here), view(hers, there), view(hers, here), view(hers, there)]);
    await sees(his, there, ['Paula']);
    await sees(his, here, []);
  });

  it('is not asked for without end', async () => {
    const id = await room();
    const hers = await panel(paula);
    const answers = await Promise.all(Array.from({ length: 150 }, () => view(hers, id)));
    expect(answers.slice(0, 20)).toEqual(Array(20).fill({ ok: true }));
    expect(answers).toContainEqual({ ok: false });
  });

  it('is nobody’s business who may not see it', async () => {
    const id = await room();
    await boss.ask('POST', `/conversations/${id}/assign`, { assigneeId: paula.id });
    const [hers, his] = [await panel(paula), await panel(luis)];
    expect(await view(his, id)).toEqual({ ok: false });
    expect(await typing(his, id)).toEqual({ ok: false });
    await view(hers, id);
    await sees(hers, id, ['Paula']);
    expect(his.heard).toEqual([]);
  });

  it.each([newId(), 'not an id', "' or 1=1", 7, undefined, { id: 1 }])(
    'is not told of what does not exist: %j',
    async (conversationId) => {
      const hers = await panel(paula);
      expect(await view(hers, conversationId)).toEqual({ ok: false });
      expect(await typing(hers, conversationId)).toEqual({ ok: false });
    },
  );

  it('of a body that is none is refused, and the socket lives on', async () => {
    const hers = await panel(paula);
    for (const body of [null, 'x', [], { conversationId: null, rooms: ['leads:all'] }])
      expect(await hers.say('view', body)).toEqual({ ok: false });
    expect(await view(hers, await room())).toEqual({ ok: true });
  });
});

describe('who writes', () => {
  it('is told to the others, never back to themselves', async () => {
    const id = await room();
    const [hers, his] = [await panel(paula), await panel(luis)];
    await view(hers, id);
    await view(his, id);
    expect(await typing(hers, id)).toEqual({ ok: true });
    await until(() => written(his).length > 0);
    expect(his.heard.find(({ type }) => type === 'typing')?.data).toEqual({
      conversationId: id,
      userId: paula.id,
      name: 'Paula',
    });
    expect(written(hers)).toEqual([]);
  });

  it('is shown to the customer only when it is a person who may send', async () => {
    const [one, other] = [await room(), await room()];
    const system = await app.system('conversations:read', 'conversations:read-all', 'messages:send');
    const [its, hers] = [await panel(system), await panel(paula)];
    const before = app.graph.readMarks().length;
    await view(its, one);
    expect(await typing(its, one)).toEqual({ ok: true });
    await view(hers, other);
    expect(await typing(hers, other)).toEqual({ ok: true });
    await until(() => app.graph.readMarks().length > before);
    expect(app.graph.readMarks()).toHaveLength(before + 1);
  });

  it('must look at it first, and not have left', async () => {
    const [id, other] = [await room(), await room()];
    const hers = await panel(paula);
    expect(await typing(hers, id)).toEqual({ ok: false });
    await view(hers, id);
    expect(await typing(hers, other)).toEqual({ ok: false });
    await view(hers, null);
    expect(await typing(hers, id)).toEqual({ ok: false });
  });

  it('is shown in the list, too, to who may see the conversation', async () => {
    const id = await room();
    const [hers, his] = [await panel(paula), await panel(boss)];
    await view(hers, id);
    await typing(hers, id);
    await until(() => written(his).length > 0);
    expect(written(his)).toEqual(['Paula']);
  });
});

describe('a socket of somebody unknown', () => {
  it('is not admitted', async () => {
    await expect(openSocket(app.origin, {})).rejects.toThrow('unauthorized');
    await expect(openSocket(app.origin, { cookie: 'hilo_session=guess' })).rejects.toThrow('unauthorized');
  });
});
