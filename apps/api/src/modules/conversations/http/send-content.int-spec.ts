import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { newcomer, reply, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { says } from '../testing/wire.js';

let app: ThreadApp;
let paula: Person;
let room: Awaited<ReturnType<typeof newcomer>>;
beforeAll(async () => {
  app = await startThreads();
  paula = await app.person(['supervisor']);
  room = await newcomer(app, paula);
});
afterAll(() => app.close());

interface Problem {
  code: string;
  errors?: { path: string; message: string }[];
}
const send = (body: object, id = room.id) =>
  paula.ask<Problem & { id: string }>('POST', `/conversations/${id}/messages`, body);
const pathsOf = ({ errors = [] }: Problem): string[] => [...new Set(errors.map(({ path }) => path))].sort();
const lastSent = () => app.graph.sends(room.who.waId).at(-1);

async function template(over: Partial<{ status: string; category: string; channelId: string }> = {}): Promise<string> {
  const id = newId();
  const components = [
    { type: 'BODY', text: 'Hola {{1}}, su pedido {{2}} está listo.' },
    { type: 'FOOTER', text: 'Tienda' },
  ];
  await app.sql.rows(
    `insert into message_template (id, channel_id, provider_template_id, name, language, category, status, components, parameter_format, variables, created_at, updated_at)
     values ($1::uuid, $2, $1::text, $3, 'es', $4, $5, $6, 'positional', '[{"key": "1"}, {"key": "2"}]', $7, $7)`,
    [
      id,
      over.channelId ?? app.channel.id,
      `pedido_${id}`,
      over.category ?? 'utility',
      over.status ?? 'approved',
      JSON.stringify(components),
      new Date(),
    ],
  );
  return id;
}

describe('a request that says too little or too much', () => {
  it.each<[object, string[]]>([
    [{}, ['/type']],
    [{ type: 'fax' }, ['/type']],
    [{ type: 'text' }, ['/text']],
    [{ type: 'text', text: '' }, ['/text']],
    [{ type: 'text', text: 7 }, ['/text']],
    [{ type: 'text', text: 'x', colour: 'red' }, ['/colour']],
    [{ type: 'image' }, ['/mediaId']],
    [{ type: 'image', mediaId: 'x', caption: 'x'.repeat(5000) }, ['/caption', '/mediaId']],
    [{ type: 'template' }, ['/templateId']],
    [{ type: 'template', templateId: 'x', variables: 'y' }, ['/templateId', '/variables']],
    [{ type: 'template', templateId: newId(), variables: { 1: 5 } }, ['/variables']],
    [{ type: 'template', templateId: newId(), variables: { 1: { toString: 'x' } } }, ['/variables']],
    [{ type: 'interactive' }, ['/body', '/buttons']],
    [{ type: 'interactive', body: 'x', buttons: [] }, ['/buttons']],
    [
      { type: 'interactive', body: 'x', buttons: [{ id: '', title: 'x'.repeat(21) }] },
      ['/buttons/0/id', '/buttons/0/title'],
    ],
    [
      { type: 'interactive', body: '', buttons: [{ id: '1', title: 'a' }, {}, { id: 3, title: 'c' }] },
      ['/body', '/buttons/1/id', '/buttons/1/title', '/buttons/2/id'],
    ],
    [
      {
        type: 'interactive',
        body: 'x',
        buttons: Array.from({ length: 4 }, (_, id) => ({ id: String(id), title: 'a' })),
      },
      ['/buttons'],
    ],
    [{ type: 'reaction' }, ['/emoji', '/messageId']],
    [{ type: 'reaction', messageId: newId(), emoji: 'x'.repeat(17) }, ['/emoji']],
    [
      { type: 'text', text: 'x', replyToMessageId: 'this one', expectedLastMessageId: 'that one' },
      ['/expectedLastMessageId', '/replyToMessageId'],
    ],
    [
      { type: 'text', text: 'x', caption: null, variables: null, replyToMessageId: null, expectedLastMessageId: null },
      ['/caption', '/expectedLastMessageId', '/replyToMessageId', '/variables'],
    ],
    [{ type: 'text', text: 'media \ud83d' }, ['/text']],
    [
      { type: 'interactive', body: 'nul \0', buttons: [{ id: '\ud800', title: '\0' }] },
      ['/body', '/buttons/0/id', '/buttons/0/title'],
    ],
  ])('%j names every field', async (body, paths) => {
    const answer = await send(body);
    expect([answer.status, answer.body.code, pathsOf(answer.body)]).toEqual([400, 'validation_failed', paths]);
  });

  it.each([[[]], ['text'], [null]])('that is no object is refused: %j', async (body) => {
    expect((await paula.ask('POST', `/conversations/${room.id}/messages`, body)).status).toBe(400);
  });

  it('leaves nothing behind', async () => {
    expect(await app.sql.rows('select 1 from send_queue')).toEqual([]);
  });
});

describe('buttons', () => {
  it('reach the customer, and the thread shows what was asked', async () => {
    const buttons = [
      { id: 'yes', title: 'Sí, gracias' },
      { id: 'no', title: 'No' },
    ];
    const view = await reply(paula, room.id, { type: 'interactive', body: '¿Se lo enviamos?', buttons });
    expect(view).toMatchObject({
      type: 'interactive',
      text: '¿Se lo enviamos?',
      content: { kind: 'buttons', buttons },
    });
    await app.deliver();
    expect(lastSent()).toMatchObject({
      type: 'interactive',
      interactive: { type: 'button', body: { text: '¿Se lo enviamos?' } },
    });
  });

  it('with more words than the channel shows are refused', async () => {
    const answer = await send({ type: 'interactive', body: 'x'.repeat(1025), buttons: [{ id: '1', title: 'a' }] });
    expect([answer.status, answer.body.code]).toEqual([400, 'too_long']);
  });
});

describe('a reaction of ours', () => {
  it('goes to the provider and stands on the message, not in the thread', async () => {
    const answer = await send({ type: 'reaction', messageId: room.first, emoji: '❤️' });
    expect(answer.status).toBe(201);
    await app.deliver();
    const known = await app.sql.one<{ provider_id: string }>('select provider_id from message where id = $1', [
      room.first,
    ]);
    expect(lastSent()).toMatchObject({ type: 'reaction', reaction: { message_id: known?.provider_id, emoji: '❤️' } });
    const thread = await threadOf(paula, room.id);
    expect(thread.find(({ id }) => id === room.first)?.reactions).toEqual([{ by: 'business', emoji: '❤️' }]);
    expect(thread.filter(({ type }) => type === 'reaction')).toEqual([]);
    await send({ type: 'reaction', messageId: room.first, emoji: '' });
    expect((await threadOf(paula, room.id)).find(({ id }) => id === room.first)?.reactions).toEqual([]);
    await app.deliver();
  });

  it('to what the provider does not know, or another conversation holds, is refused', async () => {
    const other = await newcomer(app, paula);
    const waiting = await reply(paula, room.id, 'todavía no salió');
    for (const messageId of [newId(), other.first, waiting.id]) {
      expect((await send({ type: 'reaction', messageId, emoji: '👍' })).body.code).toBe('reply_target_missing');
    }
    await app.deliver();
  });
});

describe('a template', () => {
  it('is filled in, shown as the customer will read it, and sent after the window too', async () => {
    const { who, id } = await newcomer(app, paula, { at: new Date(Date.now() - 30 * 3_600_000) });
    const templateId = await template();
    const view = await reply(paula, id, {
      type: 'template',
      templateId,
      variables: { 1: 'Ana', 2: 'A-17', extra: 'ignored' },
    });
    expect(view).toMatchObject({
      type: 'template',
      text: 'Hola Ana, su pedido A-17 está listo.',
      content: { footerText: 'Tienda', language: 'es' },
    });
    await app.deliver();
    expect(app.graph.sends(who.waId)).toMatchObject([
      { type: 'template', template: { name: `pedido_${templateId}`, language: { code: 'es' } } },
    ]);
  });

  it('says every variable that is missing or unfit at once', async () => {
    const templateId = await template();
    const answer = await send({ type: 'template', templateId, variables: { 2: 'dos\nlíneas' } });
    expect([answer.status, pathsOf(answer.body)]).toEqual([400, ['/variables/1', '/variables/2']]);
    expect(pathsOf((await send({ type: 'template', templateId })).body)).toEqual(['/variables/1', '/variables/2']);
  });

  it.each(['pending', 'rejected', 'paused', 'disabled', 'deleted'])('that is %s is refused', async (status) => {
    const answer = await send({
      type: 'template',
      templateId: await template({ status }),
      variables: { 1: 'a', 2: 'b' },
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'template_not_approved']);
  });

  it('nobody knows is not found', async () => {
    expect((await send({ type: 'template', templateId: newId(), variables: {} })).status).toBe(404);
  });

  it('of another number is refused: this one has no such template', async () => {
    const other = await app.addChannel({ address: '900', accountId: '901' });
    const answer = await send({
      type: 'template',
      templateId: await template({ channelId: other.id }),
      variables: { 1: 'a', 2: 'b' },
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'template_not_approved']);
  });

  it('for marketing never reaches somebody who said no', async () => {
    const { who, id } = await newcomer(app, paula);
    await app.hear(says(who, 'stop'));
    await app.deliver();
    const before = app.graph.sends(who.waId).length;
    const values = { variables: { 1: 'a', 2: 'b' } };
    const refused = await send(
      { type: 'template', templateId: await template({ category: 'marketing' }), ...values },
      id,
    );
    expect([refused.status, refused.body.code]).toEqual([409, 'opted_out']);
    expect(
      (await send({ type: 'template', templateId: await template({ category: 'utility' }), ...values }, id)).status,
    ).toBe(201);
    await app.deliver();
    expect(app.graph.sends(who.waId)).toHaveLength(before + 1);
  });

  it('for marketing that was queued is not sent once they say no', async () => {
    const { who, id } = await newcomer(app, paula);
    const view = await reply(paula, id, {
      type: 'template',
      templateId: await template({ category: 'marketing' }),
      variables: { 1: 'a', 2: 'b' },
    });
    await app.hear(says(who, 'stop'));
    await app.deliver();
    expect((await threadOf(paula, id)).find((one) => one.id === view.id)).toMatchObject({
      status: 'failed',
      failure: { reason: 'opted_out' },
    });
    expect(app.graph.sends(who.waId).filter(({ type }) => type === 'template')).toEqual([]);
  });
});
