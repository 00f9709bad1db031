import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, apiClient } from './testing/api-client.js';
import { conversationWith, type Message, messagesOf } from './testing/conversation.js';
import { customerWho, messageWithStatus } from './testing/customer.js';
import { type PanelSocket, panelSocket, type Told } from './testing/panel-socket.js';
import { openStage, type Person, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

interface Synced {
  seq: string;
  events: Told[];
}

let stage: Stage;
let paula: Person;
let diego: Person;
const open: PanelSocket[] = [];
beforeAll(async () => {
  stage = await openStage();
  paula = await stage.person('Paula Mendoza', 'advisor');
  diego = await stage.person('Diego Castro', 'advisor');
}, 240_000);
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});
afterAll(() => stage?.close(), 30_000);

async function listen(client: ApiClient): Promise<PanelSocket> {
  const socket = await panelSocket(stage.origin, client);
  open.push(socket);
  return socket;
}

const sync = async (client: ApiClient, since?: string, more = ''): Promise<Synced> =>
  (await client.get<unknown>(`/sync${since === undefined ? '' : `?since=${since}${more}`}`)).body as Synced;
const about = (id: string) => (data: Record<string, unknown>) => data['id'] === id || data['conversationId'] === id;

describe('who may listen', () => {
  it.each([
    ['nobody', {}],
    ['a made-up session', { cookie: `hilo_session=${'a'.repeat(43)}` }],
    ['a made-up key', { authorization: `Bearer hilo_${'a'.repeat(43)}` }],
  ])('not %s', async (_who, identity) => {
    await expect(panelSocket(stage.origin, apiClient(stage.origin, identity))).rejects.toThrow('unauthorized');
  });

  it('no longer who has signed out', async () => {
    const eva = await stage.person('Eva Luna', 'advisor');
    expect((await eva.send('POST', '/auth/sign-out')).status).toBe(204);
    await expect(panelSocket(stage.origin, eva)).rejects.toThrow('unauthorized');
  });
});

describe('a message that comes in', () => {
  it('is told at once, as the thread shows it, with its conversation', async () => {
    const panel = await listen(stage.admin);
    const { conversation } = await customerWho(stage, '¿Siguen abiertos?');
    const told = await panel.hears('message.created', about(conversation.id));
    const [shown] = await messagesOf(stage.admin, conversation.id);
    expect(told.data).toMatchObject({
      id: shown?.id,
      conversationId: conversation.id,
      direction: 'in',
      type: 'text',
      text: '¿Siguen abiertos?',
    });
    expect(told.data).toEqual(shown);
    const upserted = await panel.hears('conversation.upserted', about(conversation.id));
    expect(upserted.data).toMatchObject({
      id: conversation.id,
      status: 'open',
      lastMessage: { preview: '¿Siguen abiertos?' },
    });
    await panel.hears('counts.changed');
  });

  it('is not told to an advisor whose colleague has the conversation, and is taken from the screen of who loses it', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    const [hers, his] = [await listen(paula), await listen(diego)];
    expect((await paula.send('POST', `/conversations/${conversation.id}/claim`)).status).toBe(200);
    await his.hears('conversation.removed', about(conversation.id));
    await stage.provider.write(phone, '', { type: 'text', text: 'Solo para Paula' });
    await hers.hears('message.created', ({ text }) => text === 'Solo para Paula');
    // What he may hear comes in the same order: once it is here, the other would have been.
    const other = await customerWho(stage, 'Para quien sea');
    await his.hears('message.created', about(other.conversation.id));
    expect(his.events.filter(({ type, data }) => type === 'message.created' && about(conversation.id)(data))).toEqual(
      [],
    );
  });
});

describe('a message that goes out', () => {
  it('is told with each of its ticks to who looks at it, and they never go back', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    const panel = await listen(paula);
    panel.view(conversation.id);
    const sent = await paula.send<Message & { conversationId: string }>(
      'POST',
      `/conversations/${conversation.id}/messages`,
      { type: 'text', text: 'Buenos días' },
      { 'idempotency-key': 'realtime-ticks' },
    );
    await messageWithStatus(paula, sent.body, 'delivered', 'read');
    await stage.provider.open(phone);
    await panel.hears('message.status', (data) => data['id'] === sent.body.id && data['status'] === 'read');
    const ranks = ['queued', 'sending', 'sent', 'delivered', 'read'];
    const reached = panel.events
      .filter(({ type, data }) => type === 'message.status' && data['id'] === sent.body.id)
      .map(({ data }) => ranks.indexOf(String(data['status'])));
    expect(reached).toEqual([...reached].sort((one, other) => one - other));
    const keys = panel.events.map(({ seq, type, data }) => `${seq} ${type} ${String(data['id'])}`);
    expect(keys).toEqual([...new Set(keys)]);
  });
});

describe('somebody else at the same conversation', () => {
  it('is seen looking and typing, but nobody sees themselves', async () => {
    const { conversation } = await customerWho(stage, 'Hola');
    const [hers, his] = [await listen(paula), await listen(diego)];
    hers.view(conversation.id);
    his.view(conversation.id);
    const presence = await hers.sees('presence', (data) => JSON.stringify(data).includes(diego.id));
    expect(presence.data).toMatchObject({ conversationId: conversation.id });
    his.typing(conversation.id);
    expect((await hers.sees('typing')).data).toEqual({
      conversationId: conversation.id,
      userId: diego.id,
      name: 'Diego Castro',
    });
    expect(his.signs.filter(({ type }) => type === 'typing')).toEqual([]);
    his.close();
    await until('him to be gone', () =>
      Promise.resolve(hers.signs.filter(({ type }) => type === 'presence').at(-1)).then(
        (last) => last && !JSON.stringify(last.data).includes(diego.id),
      ),
    );
  });
});

describe('after a silence', () => {
  it('brings what was missed, in order and as it would have been told', async () => {
    const { seq } = await sync(stage.admin);
    const witness = await listen(stage.admin);
    const missed: string[] = [];
    for (const text of ['Uno', 'Dos', 'Tres']) missed.push((await customerWho(stage, text)).conversation.id);
    for (const id of missed) await witness.hears('message.created', about(id));
    const { events, seq: end } = await sync(stage.admin, seq);
    const messages = events.filter(({ type }) => type === 'message.created');
    expect(messages.map(({ data }) => data['text'])).toEqual(['Uno', 'Dos', 'Tres']);
    // A frame of before may still have been on its way to the witness.
    const heard = witness.events.filter((event) => event.type === 'message.created' && BigInt(event.seq) > BigInt(seq));
    expect(messages.map(({ data }) => data)).toEqual(heard.map(({ data }) => data));
    const numbers = events.map((event) => BigInt(event.seq));
    expect(numbers).toEqual([...numbers].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0)));
    expect(numbers.every((number) => number > BigInt(seq) && number <= BigInt(end))).toBe(true);
  });

  it('brings nothing twice to who asks from where it ended', async () => {
    await customerWho(stage, 'Hola');
    const first = await sync(stage.admin, (await sync(stage.admin)).seq);
    const { conversation } = await customerWho(stage, 'Y ahora esto');
    const next = await until('the new message', async () => {
      const answer = await sync(stage.admin, first.seq);
      return (
        answer.events.some(({ type, data }) => type === 'message.created' && about(conversation.id)(data)) && answer
      );
    });
    expect(next.events.filter(({ seq }) => first.events.some((one) => one.seq === seq))).toEqual([]);
    expect(
      (await sync(stage.admin, next.seq)).events.filter(
        ({ type, data }) => type === 'message.created' && about(conversation.id)(data),
      ),
    ).toEqual([]);
  });

  it('brings an advisor only what is theirs to see', async () => {
    const { seq } = await sync(diego);
    const { phone, conversation } = await customerWho(stage, 'Hola');
    await paula.send('POST', `/conversations/${conversation.id}/claim`);
    await stage.provider.write(phone, '', { type: 'text', text: 'Un secreto' });
    await until('the secret in the thread', async () =>
      (await messagesOf(paula, conversation.id)).some(({ text }) => text === 'Un secreto'),
    );
    const { conversation: free } = await customerWho(stage, 'Para quien sea');
    const events = await until('what he may see', async () => {
      const answer = (await sync(diego, seq)).events;
      return answer.some(({ type, data }) => type === 'message.created' && about(free.id)(data)) && answer;
    });
    expect(events.some(({ data }) => data['text'] === 'Un secreto')).toBe(false);
  });

  it.each(['-1', 'x', '1e3', '9'.repeat(30)])('refuses to begin at %s', async (since) => {
    expect((await stage.admin.get(`/sync?since=${since}`)).status).toBe(400);
  });

  it('brings also what a listener without a socket did not hear: the conversation is there all the same', async () => {
    const phone = '593991777001';
    await stage.provider.write(phone, 'Sin nadie', { type: 'text', text: '¿Hola?' });
    expect(await conversationWith(stage.admin, phone)).toMatchObject({
      unreadCount: 1,
      lastMessage: { preview: '¿Hola?' },
    });
  });
});
