import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from './testing/api-client.js';
import { conversations, conversationWith, type Message, messagesOf, messageThat } from './testing/conversation.js';
import { customerWho, messageWithStatus, newPhone } from './testing/customer.js';
import { messagesBody } from './testing/door.js';
import { tinyJpeg, tinyPdf } from './testing/files.js';
import { openStage, type Person, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

interface Template {
  id: string;
  variables: { key: string; part: string }[];
}

type Sent = Message & { conversationId: string; code?: string };

let stage: Stage;
let paula: Person;
let keys = 0;
beforeAll(async () => {
  stage = await openStage();
  paula = await stage.person('Paula Mendoza', 'advisor');
}, 240_000);
afterAll(() => stage?.close(), 30_000);

const send = (
  conversationId: string,
  body: object,
  key = `key-${(keys += 1)}`,
  by: Person = paula,
): Promise<Answer<Sent>> =>
  by.send<Sent>('POST', `/conversations/${conversationId}/messages`, body, { 'idempotency-key': key });

async function sent(conversationId: string, body: object): Promise<Sent> {
  const answer = await send(conversationId, body);
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

async function uploaded(
  conversationId: string,
  file: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<string> {
  const answer = await paula.upload<{ id: string }>(`/media?conversationId=${conversationId}`, file);
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body.id;
}

describe('what an advisor sends', () => {
  it('reaches the provider once, and its ticks go up to read', async () => {
    const { phone, conversation } = await customerWho(stage, '¿Tienen la laptop?');
    const message = await sent(conversation.id, { type: 'text', text: 'Sí, en dos colores.' });
    expect(message).toMatchObject({
      direction: 'out',
      type: 'text',
      text: 'Sí, en dos colores.',
      author: { kind: 'advisor', id: paula.id, name: 'Paula Mendoza' },
    });
    await messageWithStatus(paula, message, 'delivered', 'read');
    await stage.provider.open(phone);
    const read = await messageWithStatus(paula, message, 'read');
    expect(Object.keys(read.statusTimes)).toEqual(expect.arrayContaining(['sent', 'delivered', 'read']));
    expect(await stage.provider.accepted(phone)).toEqual([
      expect.objectContaining({
        type: 'text',
        body: expect.objectContaining({ text: expect.objectContaining({ body: 'Sí, en dos colores.' }) }),
      }),
    ]);
  });

  it('may be a picture, a document, buttons, a reply and a reaction, in this order', async () => {
    const { phone, conversation } = await customerWho(stage, 'Muéstreme');
    const { id } = conversation;
    const theirs = await messageThat(paula, id, 'came in', ({ direction }) => direction === 'in');
    const image = await uploaded(id, { name: 'laptop.jpg', type: 'image/jpeg', bytes: tinyJpeg() });
    const document = await uploaded(id, { name: 'ficha técnica.pdf', type: 'application/pdf', bytes: tinyPdf() });
    await sent(id, { type: 'image', mediaId: image, caption: 'Así se ve' });
    await sent(id, { type: 'document', mediaId: document });
    await sent(id, {
      type: 'interactive',
      body: '¿Cuál?',
      buttons: [
        { id: 'gray', title: 'Gris' },
        { id: 'blue', title: 'Azul' },
      ],
    });
    await sent(id, { type: 'text', text: 'Con gusto', replyToMessageId: theirs.id });
    await sent(id, { type: 'reaction', messageId: theirs.id, emoji: '👍' });
    const accepted = await until('five messages at the provider', async () => {
      const entries = (await stage.provider.accepted(phone)).filter(({ type }) => type !== 'media');
      return entries.length >= 5 && entries;
    });
    expect(accepted.map(({ type }) => type)).toEqual(['image', 'document', 'interactive', 'text', 'reaction']);
    expect(accepted[1]?.body).toMatchObject({ document: { filename: 'ficha técnica.pdf' } });
    expect(accepted[3]?.body).toMatchObject({ context: { message_id: expect.stringMatching(/^wamid\./) } });
    const shown = await messageThat(
      paula,
      id,
      'was reacted to',
      (message) => message.id === theirs.id && message.reactions.length > 0,
    );
    expect(shown.reactions).toEqual([{ by: 'business', emoji: '👍' }]);
  });

  it('hears which button was tapped', async () => {
    const { phone, conversation } = await customerWho(stage, '¿Envían?');
    const question = await sent(conversation.id, {
      type: 'interactive',
      body: '¿A dónde?',
      buttons: [
        { id: 'quito', title: 'Quito' },
        { id: 'other', title: 'Otra ciudad' },
      ],
    });
    await messageWithStatus(paula, question, 'sent', 'delivered', 'read');
    const [entry] = await stage.provider.accepted(phone);
    await stage.provider.write(phone, '', { type: 'button', messageId: entry?.id, id: 'quito' });
    const tapped = await messageThat(
      paula,
      conversation.id,
      'is the tap',
      ({ type, direction }) => type === 'interactive' && direction === 'in',
    );
    expect(tapped.content).toMatchObject({ kind: 'button_reply', id: 'quito', title: 'Quito' });
    expect(tapped.replyTo?.id).toBe(question.id);
  });

  it('may be an approved template, also when the window is closed; nothing else may', async () => {
    const phone = newPhone();
    const threeDaysAgo = Math.floor(Date.now() / 1000) - 3 * 86_400;
    await stage.door.post(messagesBody([{ id: `wamid.OLD.${phone}`, from: phone, text: 'Hola', at: threeDaysAgo }]));
    const { id, replyPolicy } = await conversationWith(stage.admin, phone);
    expect(replyPolicy).toMatchObject({ kind: 'template', reason: 'window_closed', allowed: ['template'] });
    const refused = await send(id, { type: 'text', text: '¿Sigue interesada?' });
    expect([refused.status, refused.body.code]).toEqual([409, 'window_closed']);

    await stage.admin.send('POST', '/templates/sync');
    const templates = await until('the templates of the account', async () => {
      const { data } = (await paula.get<{ data: Template[] }>('/templates?status=approved')).body;
      return data.length > 0 && data;
    });
    const template = templates.find(
      ({ variables }) => variables.length > 0 && variables.every(({ part }) => part === 'body'),
    );
    const variables = Object.fromEntries((template?.variables ?? []).map(({ key }) => [key, `el ${key}`]));
    const message = await sent(id, { type: 'template', templateId: template?.id, variables });
    await messageWithStatus(paula, message, 'sent', 'delivered', 'read');
    expect((await stage.provider.accepted(phone)).map(({ type }) => type)).toEqual(['template']);
  });

  it('is told why a template cannot be filled', async () => {
    const { conversation } = await customerWho(stage, 'Hola');
    const { data } = (await paula.get<{ data: Template[] }>('/templates?status=approved')).body;
    const template = data.find(({ variables }) => variables.length > 0);
    const answer = await send(conversation.id, { type: 'template', templateId: template?.id, variables: {} });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: 'validation_failed',
      errors: expect.arrayContaining([expect.objectContaining({ path: expect.stringMatching(/^\/variables\//) })]),
    });
  });
});

describe('a send that is repeated', () => {
  it('with the same key is one message, and the first answer again', async () => {
    const { phone, conversation } = await customerWho(stage, 'Precio?');
    const body = { type: 'text', text: 'Cuesta $ 599.' };
    const [first, ...rest] = await Promise.all(
      Array.from({ length: 5 }, () => send(conversation.id, body, 'same-key')),
    );
    expect(rest.map(({ status, body: { id } }) => ({ status, id }))).toEqual(
      rest.map(() => ({ status: first?.status, id: first?.body.id })),
    );
    await messageWithStatus(paula, first?.body as Sent, 'sent', 'delivered', 'read');
    expect(await stage.provider.accepted(phone)).toHaveLength(1);
    expect((await messagesOf(paula, conversation.id)).filter(({ direction }) => direction === 'out')).toHaveLength(1);
  });

  it('with the same key and other words is refused', async () => {
    const { phone, conversation } = await customerWho(stage, 'Precio?');
    const first = await send(conversation.id, { type: 'text', text: 'Cuesta $ 599.' }, 'reused-key');
    const second = await send(conversation.id, { type: 'text', text: 'Cuesta $ 5.' }, 'reused-key');
    expect([second.status, second.body.code]).toEqual([409, 'idempotency_key_reused']);
    await messageWithStatus(paula, first.body, 'sent', 'delivered', 'read');
    expect(await stage.provider.accepted(phone)).toHaveLength(1);
  });
});

describe('two people at one conversation', () => {
  it('only one of them takes it; the other hears who did', async () => {
    const { conversation } = await customerWho(stage, 'Hola');
    const diego = await stage.person('Diego Castro', 'advisor');
    const answers = await Promise.all(
      [paula, diego].map(async (person) => ({
        person,
        answer: await person.send<{ code: string; assignee: { id: string; name: string } }>(
          'POST',
          `/conversations/${conversation.id}/claim`,
        ),
      })),
    );
    const winner = answers.find(({ answer }) => answer.status === 200);
    const loser = answers.find(({ answer }) => answer.status === 409);
    expect(loser?.answer.body).toMatchObject({
      code: 'already_claimed',
      assignee: { id: winner?.person.id, name: winner?.person.name },
    });
    const [seen] = (await conversations(stage.admin)).filter(({ id }) => id === conversation.id);
    expect(seen?.assignee?.id).toBe(winner?.person.id);
  });

  it('cannot be taken by another system, which is nobody', async () => {
    const { conversation } = await customerWho(stage, 'Hola');
    const system = await stage.system('conversations:read', 'messages:send');
    const answer = await system.send('POST', `/conversations/${conversation.id}/claim`);
    expect(answer.status).toBe(403);
    expect((await stage.admin.get(`/conversations/${conversation.id}`)).body).toMatchObject({ assignee: null });
  });

  it('is told when somebody has spoken since', async () => {
    const { conversation } = await customerWho(stage, 'Hola');
    const seen = conversation.lastMessage?.id;
    const first = await send(conversation.id, { type: 'text', text: 'Buenos días', expectedLastMessageId: seen });
    expect(first.status).toBe(201);
    const second = await send(conversation.id, { type: 'text', text: 'Buenas', expectedLastMessageId: seen });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      code: 'conversation_moved_on',
      lastMessage: { id: first.body.id, text: 'Buenos días' },
    });
  });
});
