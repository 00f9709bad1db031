import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Assistant, assistantThatSells, fromAssistant } from './testing/assistant.js';
import { type Conversation, type Message, messagesOf, messageThat } from './testing/conversation.js';
import { customerWho, messageWithStatus, newPhone } from './testing/customer.js';
import { messagesBody } from './testing/door.js';
import { openStage, type Person, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

/** How long the assistant waits for the rest of a burst. */
const PAUSE_MS = 2000;
/** What a customer waits at most for an answer, the pause apart. */
const PROMISE_MS = 3000;

let stage: Stage;
let paula: Person;
let isac: Assistant;
beforeAll(async () => {
  stage = await openStage();
  paula = await stage.person('Paula Mendoza', 'advisor');
  isac = await assistantThatSells(stage);
}, 240_000);
afterAll(() => stage?.close(), 30_000);

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
    const turn = await isac.finished(conversation, 'was answered', ({ state }) => state === 'answered');
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
    const turn = await isac.finished(conversation, 'was answered', ({ state }) => state === 'answered');
    expect(turn.messageIds).toHaveLength(3);
    expect(await isac.answers(conversation)).toHaveLength(1);
  });
});

describe('a wish for a person', () => {
  it('is confirmed to the customer, tells who should answer, and ISAC says no more', async () => {
    const { phone, conversation } = await customerWho(stage, 'Quiero hablar con una persona, por favor');
    const farewell = await messageThat(stage.admin, conversation.id, 'says farewell', fromAssistant);
    expect(farewell.text).toMatch(/persona/i);
    const turn = await isac.finished(conversation, 'handed over', ({ escalation }) => escalation !== null);
    expect(turn).toMatchObject({ intent: 'human_request', replyMessageId: farewell.id });
    const handed = await until('the conversation without ISAC', async () => {
      const now = await isac.seen(conversation);
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
    await isac.quietAfter(conversation);
    expect(await isac.answers(conversation)).toHaveLength(1);
  });
});

describe('once a person has taken over', () => {
  it('ISAC falls silent, whatever is asked, until it is given back', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola, buenas');
    await messageThat(stage.admin, conversation.id, 'is an answer', fromAssistant);
    const before = (await isac.answers(conversation)).length;
    expect((await paula.send('POST', `/conversations/${conversation.id}/claim`)).status).toBe(200);
    expect((await isac.seen(conversation)).assistantState.owner).toBe('person');
    await stage.provider.write(phone, '', { type: 'text', text: '¿Cuánto cuesta la Laptop Andina 14?' });
    await messageThat(stage.admin, conversation.id, 'asks', ({ text }) => text?.includes('Laptop') === true);
    await isac.quietAfter(conversation);
    expect(await isac.answers(conversation)).toHaveLength(before);

    expect(
      (await paula.send('PUT', `/conversations/${conversation.id}/assistant`, { owner: 'assistant' })).status,
    ).toBe(200);
    await stage.provider.write(phone, '', { type: 'text', text: '¿Y cuánto cuesta la Laptop Andina 14?' });
    await until('ISAC to speak again', async () => (await isac.answers(conversation)).length > before);
  });

  it('also when the person only answered', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola, buenas');
    await messageThat(stage.admin, conversation.id, 'is an answer', fromAssistant);
    const before = (await isac.answers(conversation)).length;
    const said = await paula.send(
      'POST',
      `/conversations/${conversation.id}/messages`,
      { type: 'text', text: 'Le atiendo yo.' },
      { 'idempotency-key': 'i-answer' },
    );
    expect(said.status).toBe(201);
    await stage.provider.write(phone, '', { type: 'text', text: '¿Cuánto cuesta la Laptop Andina 14?' });
    await messageThat(stage.admin, conversation.id, 'asks', ({ text }) => text?.includes('Laptop') === true);
    await isac.quietAfter(conversation);
    expect(await isac.answers(conversation)).toHaveLength(before);
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
