import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Assistant, assistantThatSells, fromAssistant } from './testing/assistant.js';
import { type Conversation, messageThat } from './testing/conversation.js';
import { customerWho } from './testing/customer.js';
import { openStage, type Person, type Stage } from './testing/stage.js';

let stage: Stage;
let paula: Person;
let isac: Assistant;
beforeAll(async () => {
  stage = await openStage();
  paula = await stage.person('Paula Mendoza', 'advisor');
  isac = await assistantThatSells(stage);
}, 240_000);
afterAll(() => stage?.close(), 30_000);

describe('in the mode', () => {
  const switchTo = async ({ id }: Conversation, mode: string): Promise<void> =>
    void expect((await paula.send('PUT', `/conversations/${id}/assistant`, { mode })).status).toBe(200);

  it('suggest, nothing leaves: the advisor gets the words', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola, buenas');
    await messageThat(stage.admin, conversation.id, 'is an answer', fromAssistant);
    await switchTo(conversation, 'suggest');
    await stage.provider.write(phone, '', { type: 'text', text: '¿Cuánto cuesta la Laptop Andina 14?' });
    const turn = await isac.finished(conversation, 'was suggested', ({ state }) => state === 'suggested');
    expect(turn).toMatchObject({ mode: 'suggest', replyMessageId: null, reply: expect.stringContaining('599') });
    expect(await isac.answers(conversation)).toHaveLength(1);
  });

  it('off, it does not even think', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola, buenas');
    await messageThat(stage.admin, conversation.id, 'is an answer', fromAssistant);
    await switchTo(conversation, 'off');
    const before = (await isac.turns(conversation)).length;
    await stage.provider.write(phone, '', { type: 'text', text: '¿Cuánto cuesta la Laptop Andina 14?' });
    await messageThat(stage.admin, conversation.id, 'asks', ({ text }) => text?.includes('Laptop') === true);
    await isac.quietAfter(conversation);
    const later = (await isac.turns(conversation)).slice(0, -before);
    expect(later.filter(({ state }) => state !== 'silent')).toEqual([]);
    expect(await isac.answers(conversation)).toHaveLength(1);
  });
});
