import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { messagesOf, messageThat } from './testing/conversation.js';
import { customerWho, messageWithStatus } from './testing/customer.js';
import { statusesBody } from './testing/door.js';
import { openStage, type Person, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

let stage: Stage;
let paula: Person;
let keys = 0;
beforeAll(async () => {
  stage = await openStage();
  paula = await stage.person('Paula Mendoza', 'advisor');
}, 240_000);
beforeEach(() => stage.provider.switches({ statuses: 'on', fault: null, refusals: [] }));
afterAll(() => stage?.close(), 30_000);

async function say(conversationId: string, text: string): Promise<{ id: string; conversationId: string }> {
  const answer = await paula.send<{ id: string; conversationId: string }>(
    'POST',
    `/conversations/${conversationId}/messages`,
    { type: 'text', text },
    { 'idempotency-key': `delivery-${(keys += 1)}` },
  );
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

const attempts = async ({ conversationId, id }: { conversationId: string; id: string }): Promise<string[]> =>
  (await paula.get<{ outcome: string }[]>(`/conversations/${conversationId}/messages/${id}/attempts`)).body.map(
    ({ outcome }) => outcome,
  );

describe('ticks', () => {
  const ranks = ['queued', 'sending', 'sent', 'delivered', 'read'];
  const orders = [
    ['sent', 'delivered', 'read'],
    ['sent', 'read', 'delivered'],
    ['delivered', 'sent', 'read'],
    ['delivered', 'read', 'sent'],
    ['read', 'sent', 'delivered'],
    ['read', 'delivered', 'sent'],
  ];

  it.each(orders)('%s, %s, %s end at read and never go back', async (...order) => {
    await stage.provider.switches({ statuses: 'off' });
    const { phone, conversation } = await customerWho(stage, 'Hola');
    const message = await say(conversation.id, 'Buenas tardes');
    await messageWithStatus(paula, message, 'sent');
    const [entry] = await stage.provider.accepted(phone);
    let reached = 0;
    for (const status of order) {
      for (let time = 0; time < 2; time += 1)
        expect(
          await stage.door.post(
            statusesBody([{ id: entry?.id ?? '', status, to: phone, at: 1_790_000_000 + ranks.indexOf(status) }]),
          ),
        ).toBe(200);
      const now = await until(`${status} to be known`, async () =>
        (await messagesOf(paula, conversation.id)).find(
          ({ id, statusTimes }) => id === message.id && statusTimes[status],
        ),
      );
      expect(ranks.indexOf(now.status ?? '')).toBeGreaterThanOrEqual(reached);
      reached = ranks.indexOf(now.status ?? '');
    }
    expect(ranks[reached]).toBe('read');
  });

  it('that come before we know the message wait for it', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    await stage.provider.switches({ statuses: 'off' });
    const message = await say(conversation.id, 'Un momento');
    const { id: providerId } = await until(
      'the message at the provider',
      async () => (await stage.provider.accepted(phone))[0],
    );
    // As if our own commit were still on its way.
    await messageWithStatus(paula, message, 'sent');
    const stranger = `${providerId}.EARLY`;
    await stage.door.post(statusesBody([{ id: stranger, status: 'read', to: phone }]));
    await until(
      'the status to be parked',
      async () => (await stage.database.count('select 1 from parked_status')) === 1,
    );
    await stage.database.rows(
      'insert into message_key (channel_id, provider_id, message_id) select channel_id, $1, id from message where id = $2',
      [stranger, message.id],
    );
    await messageWithStatus(paula, message, 'read');
    expect(await stage.database.count('select 1 from parked_status')).toBe(0);
  });
});

describe('a provider that stumbles', () => {
  it.each([
    ['429', { kind: '429', retryAfterS: 1, count: 1 }],
    ['500', { kind: '500', count: 1 }],
    ['503', { kind: '503', count: 2 }],
  ])('with %s gets the message once, a little later', async (_kind, fault) => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    await stage.provider.switches({ fault });
    const message = await say(conversation.id, 'Ya le cuento');
    await messageWithStatus(paula, message, 'sent', 'delivered', 'read');
    expect(await stage.provider.accepted(phone)).toHaveLength(1);
    expect(await attempts(message)).toEqual([...Array.from({ length: fault.count }, () => 'failed'), 'accepted']);
  });

  it('with a lasting refusal is not asked again, and the thread says why', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    await stage.provider.switches({ refusals: [{ to: phone, code: 131_026 }] });
    const message = await say(conversation.id, '¿Me lee?');
    const failed = await messageWithStatus(paula, message, 'failed');
    expect(failed.failure).toMatchObject({ code: '131026', reason: 'recipient_unreachable', retryable: false });
    expect(await attempts(message)).toEqual(['failed']);
    expect(await stage.provider.accepted(phone)).toEqual([]);
  });

  it('that accepts and falls silent leaves it unknown; the callback settles it, nothing is sent twice', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    await stage.provider.switches({ statuses: 'off', fault: { kind: 'accept-then-timeout', hangMs: 50, count: 1 } });
    const message = await say(conversation.id, '¿Le reservo una?');
    const lost = await messageWithStatus(paula, message, 'unknown');
    expect(lost.failure).toBeNull();
    const [entry] = await stage.provider.accepted(phone);
    await stage.door.post(
      statusesBody([
        {
          id: entry?.id ?? '',
          status: 'delivered',
          to: phone,
          over: { biz_opaque_callback_data: entry?.correlationId },
        },
      ]),
    );
    await messageWithStatus(paula, message, 'delivered');
    expect(await attempts(message)).toEqual(['accepted']);
    await stage.door.post(statusesBody([{ id: entry?.id ?? '', status: 'read', to: phone }]));
    await messageWithStatus(paula, message, 'read');
    expect(await stage.provider.accepted(phone)).toHaveLength(1);
  });
});

describe('STOP', () => {
  it('withdraws the consent and is confirmed once', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    for (const word of ['STOP', 'Baja.', 'stop']) await stage.provider.write(phone, '', { type: 'text', text: word });
    await messageThat(paula, conversation.id, 'confirms', ({ direction }) => direction === 'out');
    const ledger = await stage.admin.get<{ states?: unknown }>(`/contacts/${conversation.contact.id}/consents`);
    expect(JSON.stringify(ledger.body)).toContain('withdrawn');
    await until(
      'three words in the thread',
      async () => (await messagesOf(paula, conversation.id)).filter(({ direction }) => direction === 'in').length === 4,
    );
    const confirmations = (await messagesOf(paula, conversation.id)).filter(({ direction }) => direction === 'out');
    expect(confirmations.map(({ author }) => author.kind)).toEqual(['system']);
    await messageWithStatus(
      paula,
      { conversationId: conversation.id, id: confirmations[0]?.id ?? '' },
      'sent',
      'delivered',
      'read',
    );
    expect(await stage.provider.accepted(phone)).toHaveLength(1);
  });
});
