import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keptRows } from '../../../testing/kept-rows.js';
import { PersonalDataHolders } from '../../contacts/index.js';
import { TurnList } from '../persistence/turn-list.js';
import { type AssistantContext, startAssistant } from '../testing/assistant-context.js';
import { Qualifications } from './qualifications.js';

let isac: AssistantContext;
beforeAll(async () => {
  isac = await startAssistant();
});
afterAll(() => isac.close());

describe('personal data', () => {
  it('that reaches a customer is sealed in every row, and read again by who may', async () => {
    const room = await isac.room();
    await isac.says(
      room,
      'hola, soy Lucía Paredes, mi correo es lucia.secreta@correo.ec y mi teléfono 0987654321, cuánto sale la mesa de roble?',
    );
    await isac.answer();
    const reached = { email: 'lucia.secreta@correo.ec', phone: '0987654321' };
    const [turn] = await isac.turns(room);
    expect(
      (await isac.module.get(TurnList, { strict: false }).byIds([turn?.id ?? '']))?.get(turn?.id ?? '')?.slots,
    ).toMatchObject(reached);
    expect((await isac.module.get(Qualifications, { strict: false }).stateOf(room.conversationId)).slots).toMatchObject(
      reached,
    );
    const rows = await keptRows(isac.sql, ['assistant_turn', 'assistant_qualification', 'contact']);
    for (const secret of Object.values(reached)) expect(rows.filter((row) => row.includes(secret))).toEqual([]);
    const holder = isac.module
      .get(PersonalDataHolders, { strict: false })
      .all()
      .find(({ name }) => name === 'assistant');
    expect(await holder?.exportOf(room.contactId)).toMatchObject({
      turns: [{ slots: reached }],
      enquiries: [{ state: { slots: reached } }],
    });
    await holder?.erase(room.contactId);
    expect(JSON.stringify(await holder?.exportOf(room.contactId))).not.toMatch(/lucia\.secreta|987654321/);
  });

  it('is exported, and erased with the words but not the count', async () => {
    const room = await isac.room();
    await isac.says(room, 'hola, soy Lucía Paredes de Quito, cuánto sale la mesa de roble?');
    await isac.answer();
    const holder = isac.module
      .get(PersonalDataHolders, { strict: false })
      .all()
      .find(({ name }) => name === 'assistant');
    expect(await holder?.exportOf(room.contactId)).toMatchObject({
      turns: [{ state: 'answered', slots: { city: 'Quito' } }],
      enquiries: [{ state: { slots: { city: 'Quito' } } }],
    });
    await holder?.erase(room.contactId);
    const after = JSON.stringify(await holder?.exportOf(room.contactId));
    expect(after).not.toContain('Quito');
    expect(after).not.toContain('259');
    expect(await isac.turns(room)).toMatchObject([{ state: 'answered', reply: null }]);
  });
});
