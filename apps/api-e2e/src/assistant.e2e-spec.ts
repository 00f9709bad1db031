import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Conversation, type Message, messagesOf, messageThat } from './testing/conversation.js';
import { customerWho, messageWithStatus, newPhone } from './testing/customer.js';
import { messagesBody } from './testing/door.js';
import { openStage, type Person, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

interface Turn {
  id: string;
  state: string;
  mode: string;
  reason: string | null;
  intent: string | null;
  messageIds: string[];
  replyMessageId: string | null;
  reply: string | null;
  sources: { name: string }[];
  escalation: { reason: string } | null;
}

/** How long the assistant waits for the rest of a burst. */
const PAUSE_MS = 2000;
/** What a customer waits at most for an answer, the pause apart. */
const PROMISE_MS = 3000;

let stage: Stage;
let paula: Person;
beforeAll(async () => {
  stage = await openStage();
  paula = await stage.person('Paula Mendoza', 'advisor');
  const money = (amount: number): object => ({ amount, currency: 'USD' });
  const items = [
    {
      sku: 'LAP-14',
      name: 'Laptop Andina 14',
      category: 'Computadoras',
      priceRetail: money(59_900),
      priceWholesale: money(54_900),
      stock: 6,
    },
    {
      sku: 'REF-300',
      name: 'Refrigeradora Cotopaxi 300',
      category: 'Línea blanca',
      priceRetail: money(74_900),
      stock: 0,
    },
  ];
  for (const item of items) {
    const made = await stage.admin.send('POST', '/catalogue', { kind: 'product', ...item });
    if (made.status !== 201) throw new Error(`${made.status} ${made.text}`);
  }
  await turnOn();
}, 240_000);
afterAll(() => stage?.close(), 30_000);

/** The channel of the environment, with the assistant answering by itself. */
async function turnOn(): Promise<void> {
  const { data } = (await stage.admin.get<{ data: { id: string; version: number }[] }>('/channels')).body;
  const [channel] = data;
  const changed = await stage.admin.send(
    'PATCH',
    `/channels/${channel?.id}`,
    { assistantMode: 'auto' },
    { 'if-match': `"${channel?.version}"` },
  );
  if (changed.status !== 200) throw new Error(`${changed.status} ${changed.text}`);
}

const fromAssistant = ({ author }: Message): boolean => author.kind === 'assistant';
const answers = async ({ id }: Conversation): Promise<Message[]> =>
  (await messagesOf(stage.admin, id)).filter(fromAssistant);
const turns = async ({ id }: Conversation): Promise<Turn[]> =>
  (await stage.admin.get<{ data: Turn[] }>(`/assistant/turns?conversationId=${id}`)).body.data;
const seen = async ({
  id,
}: Conversation): Promise<Conversation & { assistantState: { owner: string }; assistantMode: string }> =>
  (
    await stage.admin.get<Conversation & { assistantState: { owner: string }; assistantMode: string }>(
      `/conversations/${id}`,
    )
  ).body;
const finished = (conversation: Conversation, what: string, fits: (turn: Turn) => boolean): Promise<Turn> =>
  until(`a turn that ${what}`, async () =>
    (await turns(conversation)).find((turn) => !['waiting', 'thinking'].includes(turn.state) && fits(turn)),
  );

describe('a question about what is sold', () => {
  it('is answered from the catalogue, reaches the phone, and the trace says from what', async () => {
    const { phone, conversation } = await customerWho(stage, '¿Cuánto cuesta la Laptop Andina 14?');
    const answer = await messageThat(stage.admin, conversation.id, 'is an answer', fromAssistant);
    expect(answer.text).toContain('599');
    await messageWithStatus(
      stage.admin,
      { conversationId: conversation.id, id: answer.id },
      'sent',
      'delivered',
      'read',
    );
    expect(
      (await stage.provider.screen(phone)).filter(({ direction }) => direction === 'received').map(({ text }) => text),
    ).toEqual([answer.text]);
    const turn = await finished(conversation, 'was answered', ({ state }) => state === 'answered');
    expect(turn).toMatchObject({
      mode: 'auto',
      intent: 'price_query',
      replyMessageId: answer.id,
      sources: [expect.objectContaining({ name: 'LAP-14' })],
      escalation: null,
    });
  });

  it('never promises what is not there', async () => {
    const { conversation } = await customerWho(stage, '¿Tienen la Refrigeradora Cotopaxi 300?');
    const answer = await messageThat(stage.admin, conversation.id, 'is an answer', fromAssistant);
    expect(answer.text).toMatch(/agotad|no (la )?(hay|tenemos|queda)|sin stock|no está disponible/i);
  });

  it('is answered within three seconds of the end of the burst, and the burst as one', async () => {
    const phone = newPhone();
    for (const [index, text] of ['Hola', '¿tienen laptops?', '¿a cuánto la Laptop Andina 14?'].entries())
      await stage.door.post(messagesBody([{ id: `wamid.BURST.${index}.${phone}`, from: phone, text }]));
    const { conversation } = await until('the burst', async () => {
      const found = (
        await stage.admin.get<{ data: Conversation[] }>('/conversations?view=all&limit=50')
      ).body.data.find((one) => one.contact.phone?.endsWith(phone));
      return found && { conversation: found };
    });
    const answer = await messageThat(stage.admin, conversation.id, 'is an answer', fromAssistant);
    const thread = (await messagesOf(stage.admin, conversation.id)) as (Message & { receivedAt: string })[];
    const heard = thread.filter(({ direction }) => direction === 'in').map(({ receivedAt }) => Date.parse(receivedAt));
    const said = Date.parse(thread.find(({ id }) => id === answer.id)?.receivedAt ?? '');
    expect(heard).toHaveLength(3);
    expect(said - Math.max(...heard)).toBeLessThan(PAUSE_MS + PROMISE_MS);
    const turn = await finished(conversation, 'was answered', ({ state }) => state === 'answered');
    expect(turn.messageIds).toHaveLength(3);
    expect(await answers(conversation)).toHaveLength(1);
  });
});

describe('a wish for a person', () => {
  it('is confirmed to the customer, tells who should answer, and ISAC says no more', async () => {
    const { phone, conversation } = await customerWho(stage, 'Quiero hablar con una persona, por favor');
    const farewell = await messageThat(stage.admin, conversation.id, 'says farewell', fromAssistant);
    expect(farewell.text).toMatch(/persona/i);
    const turn = await finished(conversation, 'handed over', ({ escalation }) => escalation !== null);
    expect(turn).toMatchObject({ intent: 'human_request', replyMessageId: farewell.id });
    const handed = await until('the conversation without ISAC', async () => {
      const now = await seen(conversation);
      return now.assistantState.owner !== 'assistant' && now;
    });
    expect(handed.assignee).toBeNull();
    await until('a notice for who sees everything', async () =>
      (await stage.admin.get<{ data: { kind: string; link: string }[] }>('/notifications')).body.data.find(
        ({ kind, link }) => kind === 'escalation' && link?.includes(conversation.id),
      ),
    );
    await stage.provider.write(phone, '', { type: 'text', text: '¿Cuánto cuesta la Laptop Andina 14?' });
    await messageThat(
      stage.admin,
      conversation.id,
      'asks again',
      ({ text }) => text?.includes('Laptop Andina') === true,
    );
    await quietAfter(conversation);
    expect(await answers(conversation)).toHaveLength(1);
  });
});

/** ISAC is asked by another customer afterwards and answers: whatever it had to say here, it would have said before. */
async function quietAfter(conversation: Conversation): Promise<void> {
  const { conversation: later } = await customerWho(stage, '¿Cuánto cuesta la Laptop Andina 14?');
  await messageThat(stage.admin, later.id, 'is an answer', fromAssistant);
  expect((await turns(conversation)).filter(({ state }) => ['waiting', 'thinking'].includes(state))).toEqual([]);
}

describe('once a person has taken over', () => {
  it('ISAC falls silent, whatever is asked, until it is given back', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola, buenas');
    await messageThat(stage.admin, conversation.id, 'is an answer', fromAssistant);
    const before = (await answers(conversation)).length;
    expect((await paula.send('POST', `/conversations/${conversation.id}/claim`)).status).toBe(200);
    expect((await seen(conversation)).assistantState.owner).toBe('person');
    await stage.provider.write(phone, '', { type: 'text', text: '¿Cuánto cuesta la Laptop Andina 14?' });
    await messageThat(stage.admin, conversation.id, 'asks', ({ text }) => text?.includes('Laptop') === true);
    await quietAfter(conversation);
    expect(await answers(conversation)).toHaveLength(before);

    expect(
      (await paula.send('PUT', `/conversations/${conversation.id}/assistant`, { owner: 'assistant' })).status,
    ).toBe(200);
    await stage.provider.write(phone, '', { type: 'text', text: '¿Y cuánto cuesta la Laptop Andina 14?' });
    await until('ISAC to speak again', async () => (await answers(conversation)).length > before);
  });

  it('also when the person only answered', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola, buenas');
    await messageThat(stage.admin, conversation.id, 'is an answer', fromAssistant);
    const before = (await answers(conversation)).length;
    const said = await paula.send(
      'POST',
      `/conversations/${conversation.id}/messages`,
      { type: 'text', text: 'Le atiendo yo.' },
      { 'idempotency-key': 'i-answer' },
    );
    expect(said.status).toBe(201);
    await stage.provider.write(phone, '', { type: 'text', text: '¿Cuánto cuesta la Laptop Andina 14?' });
    await messageThat(stage.admin, conversation.id, 'asks', ({ text }) => text?.includes('Laptop') === true);
    await quietAfter(conversation);
    expect(await answers(conversation)).toHaveLength(before);
  });
});

describe('in the mode', () => {
  const switchTo = async ({ id }: Conversation, mode: string): Promise<void> =>
    void expect((await paula.send('PUT', `/conversations/${id}/assistant`, { mode })).status).toBe(200);

  it('suggest, nothing leaves: the advisor gets the words', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola, buenas');
    await messageThat(stage.admin, conversation.id, 'is an answer', fromAssistant);
    await switchTo(conversation, 'suggest');
    await stage.provider.write(phone, '', { type: 'text', text: '¿Cuánto cuesta la Laptop Andina 14?' });
    const turn = await finished(conversation, 'was suggested', ({ state }) => state === 'suggested');
    expect(turn).toMatchObject({ mode: 'suggest', replyMessageId: null, reply: expect.stringContaining('599') });
    expect(await answers(conversation)).toHaveLength(1);
  });

  it('off, it does not even think', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola, buenas');
    await messageThat(stage.admin, conversation.id, 'is an answer', fromAssistant);
    await switchTo(conversation, 'off');
    const before = (await turns(conversation)).length;
    await stage.provider.write(phone, '', { type: 'text', text: '¿Cuánto cuesta la Laptop Andina 14?' });
    await messageThat(stage.admin, conversation.id, 'asks', ({ text }) => text?.includes('Laptop') === true);
    await quietAfter(conversation);
    const later = (await turns(conversation)).slice(0, -before);
    expect(later.filter(({ state }) => state !== 'silent')).toEqual([]);
    expect(await answers(conversation)).toHaveLength(1);
  });
});

describe('many at once', () => {
  it('are each answered with what they asked', async () => {
    const people = await Promise.all(
      Array.from({ length: 8 }, () => customerWho(stage, '¿Cuánto cuesta la Laptop Andina 14?')),
    );
    for (const { phone, conversation } of people) {
      const answer = await messageThat(stage.admin, conversation.id, 'is an answer', fromAssistant);
      expect(answer.text).toContain('599');
      await messageWithStatus(
        stage.admin,
        { conversationId: conversation.id, id: answer.id },
        'sent',
        'delivered',
        'read',
      );
      expect(await stage.provider.accepted(phone)).toHaveLength(1);
    }
  });
});
