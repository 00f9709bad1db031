import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { customerWho, messageWithStatus } from './testing/customer.js';
import { openStage, type Person, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

interface Attempt {
  outcome: string;
  failure: { code?: string } | null;
}

let stage: Stage;
let paula: Person;
let keys = 0;
beforeAll(async () => {
  stage = await openStage();
  paula = await stage.person('Paula Mendoza', 'advisor');
}, 240_000);
beforeEach(() => stage.provider.switches({ statuses: 'on', fault: null, refusals: [], tokenExpired: false }));
afterAll(() => stage?.close(), 30_000);

async function say(conversationId: string, text = 'Buenos días'): Promise<{ id: string; conversationId: string }> {
  const answer = await paula.send<{ id: string; conversationId: string }>(
    'POST',
    `/conversations/${conversationId}/messages`,
    { type: 'text', text },
    { 'idempotency-key': `errors-${(keys += 1)}` },
  );
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

/** Meta's code, what it means to us, and whether the same message may be tried again by hand. */
const FINAL: [code: number, reason: string][] = [
  [131_026, 'recipient_unreachable'],
  [131_047, 'window_closed'],
  [131_050, 'recipient_opted_out'],
  [130_472, 'marketing_cap'],
  [131_051, 'invalid_content'],
  [132_001, 'template_unavailable'],
];

describe.each([
  ['in the answer', 'answer'],
  ['in a status later', 'status'],
])('a refusal %s', (_where, at) => {
  it.each(FINAL)('%i is told as %s, once, with words', async (code, reason) => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    await stage.provider.switches({ refusals: [{ to: phone, code, at }] });
    const message = await say(conversation.id);
    const { failure } = await messageWithStatus(paula, message, 'failed');
    expect(failure).toMatchObject({
      code: String(code),
      reason,
      retryable: false,
      title: expect.stringMatching(/^[A-Z].{8,}\.$/),
    });
    const attempts = (await paula.get<Attempt[]>(`/conversations/${conversation.id}/messages/${message.id}/attempts`))
      .body;
    expect(attempts.map(({ outcome }) => outcome)).toEqual([at === 'answer' ? 'failed' : 'accepted']);
  });
});

describe('what passes', () => {
  it.each([
    [131_000, 'a stumble of the provider'],
    [130_429, 'too many at once'],
  ])('%i, %s, is tried again until it is through', async (code) => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    await stage.provider.switches({ refusals: [{ to: phone, code, count: 1, at: 'answer' }] });
    const message = await say(conversation.id);
    await messageWithStatus(paula, message, 'sent', 'delivered', 'read');
    expect(await stage.provider.accepted(phone)).toHaveLength(1);
    const attempts = (await paula.get<Attempt[]>(`/conversations/${conversation.id}/messages/${message.id}/attempts`))
      .body;
    expect(attempts.map(({ outcome, failure }) => [outcome, failure?.code ?? null])).toEqual([
      ['failed', String(code)],
      ['accepted', null],
    ]);
  });

  it('can be tried again by hand once it is mended: the same bubble, one message at the customer`s', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    await stage.provider.switches({ refusals: [{ to: phone, code: 131_026, count: 1, at: 'answer' }] });
    const message = await say(conversation.id, '¿Me lee ahora?');
    await messageWithStatus(paula, message, 'failed');
    const again = await paula.send<{ id: string }>(
      'POST',
      `/conversations/${conversation.id}/messages/${message.id}/retry`,
    );
    expect([200, 201, 202]).toContain(again.status);
    await until('it at the customer`s', async () =>
      (await stage.provider.screen(phone)).some(({ text }) => text === '¿Me lee ahora?'),
    );
    expect(await stage.provider.accepted(phone)).toHaveLength(1);
  });
});

describe('a token that is not valid any more', () => {
  it('is told at the message, among the problems and by the state of the channel', async () => {
    const { conversation } = await customerWho(stage, 'Hola');
    await stage.provider.switches({ tokenExpired: true });
    const message = await say(conversation.id);
    const { failure } = await messageWithStatus(paula, message, 'failed');
    expect(failure).toMatchObject({
      code: '190',
      reason: 'account_blocked',
      title: 'The access token is not valid any more.',
    });
    const problems = await until('the problem among the channels`', async () => {
      const { text } = await stage.admin.get('/channels/problems');
      return text.includes('190') && text;
    });
    expect(problems).not.toContain('access-token-of-the-journeys');
    const { body } = await stage.admin.get<{ data: { id: string }[] }>('/channels');
    await stage.provider.switches({ tokenExpired: false });
    const tested = await stage.admin.send<{ healthy: boolean }>('POST', `/channels/${body.data[0]?.id}/test`);
    expect(tested.body).toMatchObject({ healthy: true });
    const next = await say(conversation.id, 'Ya volvimos');
    await messageWithStatus(paula, next, 'sent', 'delivered', 'read');
  });
});
