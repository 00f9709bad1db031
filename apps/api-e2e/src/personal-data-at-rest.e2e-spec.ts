import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { channelOf, sells } from './testing/catalogue.js';
import { conversationWith, messageThat } from './testing/conversation.js';
import { messagesBody, statusesBody } from './testing/door.js';
import { openStage, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

/** Known by the channel, by a status, by a body that nobody understands, and by who writes them down. */
const SENDER = '593987650431';
const STRANGER = '593987650432';
const MALFORMED = '593987650433';
const BOOKED = { phone: '+593987650434', email: 'reservada.secreta@correo.ec' };
/** What the customer types. */
const TYPED = { phone: '0987650435', email: 'tecleada.secreta@correo.ec' };

/** Where a text that somebody typed is content: in the message, and in the preview of its conversation. */
const CONTENT = /^(message|message_\w+)\.(text|content)$|^conversation\.preview$/;

let stage: Stage;
let conversationId: string;
beforeAll(async () => {
  stage = await openStage();
  await sells(stage.admin, { sku: 'MESA-1', name: 'Mesa de roble', amount: 25_900, stock: 4 });
  const channel = await channelOf(stage.admin);
  await stage.admin.send(
    'PATCH',
    `/channels/${channel.id}`,
    { assistantMode: 'auto' },
    { 'if-match': `"${channel.version}"` },
  );
}, 240_000);
afterAll(() => stage?.close(), 30_000);

/** The columns, as `table.column`, in which any of these texts stands in the clear. */
async function columnsWith(...texts: string[]): Promise<string[]> {
  const columns = await stage.database.rows<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`,
  );
  expect(columns.length).toBeGreaterThan(300);
  const found: string[] = [];
  for (const { table, column } of columns) {
    const matches = await stage.database.count(
      `select 1 from "${table}" where exists (select 1 from unnest($1::text[]) x where position(x in "${column}"::text) > 0) limit 1`,
      [texts],
    );
    if (matches > 0) found.push(`${table}.${column}`);
  }
  return found;
}

/** However a phone is written, its last nine digits are in it. */
const digitsOf = (phone: string): string => phone.slice(-9);

describe('every path by which a phone or an address comes in', () => {
  it('is gone: a message with a status before it, ISAC, a contact under a key, a body that is not understood', async () => {
    const id = 'wamid.AT-REST-1';
    await stage.door.post(statusesBody([{ id: 'wamid.AT-REST-NOBODY', status: 'delivered', to: STRANGER }]));
    await stage.door.post(
      messagesBody([
        {
          id: 'wamid.AT-REST-0',
          from: SENDER,
          over: { type: 'reaction', reaction: { message_id: id, emoji: '👍' }, text: undefined },
        },
      ]),
    );
    const words = `Hola, mi correo es ${TYPED.email} y mi teléfono ${TYPED.phone}. ¿Cuánto cuesta la mesa de roble?`;
    expect(await stage.door.post(messagesBody([{ id, from: SENDER, text: words }]))).toBe(200);
    await stage.door.post({
      object: 'whatsapp_business_account',
      entry: [{ id: 'x', changes: [{ field: 'messages', value: { messages: [{ from: MALFORMED }] } }] }],
    });
    ({ id: conversationId } = await conversationWith(stage.admin, SENDER));
    const answer = await messageThat(
      stage.admin,
      conversationId,
      'is an answer of ISAC',
      ({ author }) => author.kind === 'assistant',
    );
    expect(answer.text).toContain('259');
    const headers = { 'idempotency-key': randomUUID() };
    const asked = { name: 'Reservada', ...BOOKED };
    const [first, again] = [
      await stage.admin.send('POST', '/contacts', asked, headers),
      await stage.admin.send('POST', '/contacts', asked, headers),
    ];
    expect([first.status, again.body, again.headers.get('idempotent-replayed')]).toEqual([201, first.body, 'true']);
    expect(first.body).toMatchObject(BOOKED);
  });

  it('has left its rows, so that there is something to find', async () => {
    for (const table of [
      'webhook_receipt',
      'contact_identity',
      'parked_status',
      'assistant_turn',
      'assistant_qualification',
      'idempotency_key',
      'event_log',
    ])
      await until(`rows of ${table}`, () => stage.database.count(`select 1 from ${table}`));
    const parked = await stage.database.rows<{ provider_id: string }>('select provider_id from parked_status');
    expect(parked).toContainEqual({ provider_id: 'wamid.AT-REST-NOBODY' });
  });
});

describe('the database', () => {
  it('holds no phone and no address of a customer in the clear, in any column of any table', async () => {
    const phones = [SENDER, STRANGER, MALFORMED, BOOKED.phone].map(digitsOf);
    expect(await columnsWith(...phones, BOOKED.email, BOOKED.email.split('@')[0] ?? '')).toEqual([]);
  });

  it('holds what a customer typed as the content of the message, and nowhere else', async () => {
    const columns = await columnsWith(digitsOf(TYPED.phone), TYPED.email);
    expect(columns).toContain('message.text');
    expect(columns.filter((column) => !CONTENT.test(column))).toEqual([]);
  });
});

describe('who may', () => {
  it('reads all of it', async () => {
    const { qualification } = (
      await stage.admin.get<{ qualification: { slots: object } }>(`/conversations/${conversationId}/qualification`)
    ).body;
    expect(qualification.slots).toMatchObject(TYPED);
    const { contact } = await conversationWith(stage.admin, SENDER);
    expect((await stage.admin.get(`/contacts/${contact.id}`)).body).toMatchObject({
      phone: `+${SENDER}`,
      email: TYPED.email,
    });
  });

  it('and no log of the process tells them', () => {
    const said = stage.product.words();
    for (const text of [
      ...[SENDER, STRANGER, MALFORMED, BOOKED.phone, TYPED.phone].map(digitsOf),
      BOOKED.email,
      TYPED.email,
    ])
      expect(said).not.toContain(text);
  });
});
