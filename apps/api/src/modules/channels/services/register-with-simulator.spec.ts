import { describe, expect, it } from '@jest/globals';
import { demoChannel } from './register-with-simulator.js';

const seeded = { id: '1', name: 'WhatsApp', assistantMode: 'off' as const };
const demo = { id: '2', name: 'WhatsApp de prueba', assistantMode: 'auto' as const };
const answered = { id: '3', name: 'Ventas', assistantMode: 'auto' as const };

describe('demoChannel', () => {
  it.each([
    ['the demo by its name, wherever it stands', [seeded, answered, demo], '2'],
    ['the demo by its name, even with the assistant off', [answered, { ...demo, assistantMode: 'off' as const }], '2'],
    ['a demo with another name by its assistant', [seeded, answered], '3'],
    ['none where no assistant answers', [seeded], undefined],
    ['none among none', [], undefined],
  ])('is %s', (_case, sandboxes, id) => {
    expect(demoChannel(sandboxes)?.id).toBe(id);
  });
});
