import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationWith, messagesOf } from './testing/conversation.js';
import { customerWho, messageWithStatus } from './testing/customer.js';
import { messagesBody } from './testing/door.js';
import { panelSocket } from './testing/panel-socket.js';
import type { Program } from './testing/program.js';
import { openStage, type Person, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

const BURST = 60;

let stage: Stage;
let worker: Program & { origin: string };
let paula: Person;
beforeAll(async () => {
  stage = await openStage({ role: 'http' });
  worker = await stage.another('worker');
  paula = await stage.person('Paula Mendoza', 'advisor');
}, 240_000);
afterAll(() => stage?.close(), 60_000);

const say = async (
  conversationId: string,
  text: string,
  key: string,
): Promise<{ id: string; conversationId: string }> => {
  const answer = await paula.send<{ id: string; conversationId: string }>(
    'POST',
    `/conversations/${conversationId}/messages`,
    { type: 'text', text },
    { 'idempotency-key': key },
  );
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
};

/** Signed webhooks of as many customers; which of them were acknowledged. */
async function burst(from: number, act: (index: number) => Promise<void> = () => Promise.resolve()): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let index = 0; index < BURST; index += 1) {
    const id = `wamid.P${from}.${index}`;
    const status = await stage.door
      .post(messagesBody([{ id, from: String(from + (index % 7)), text: `Mensaje ${index}` }]))
      .catch(() => 0);
    if (status === 200) acknowledged.push(id);
    await act(index);
  }
  return acknowledged;
}

const stored = async (ids: readonly string[]): Promise<number> =>
  stage.database.count('select provider_id from message where provider_id = any($1)', [ids]);
const all = (ids: readonly string[]): Promise<unknown> =>
  until(`${ids.length} messages`, async () => (await stored(ids)) === ids.length, 45_000);

describe('a process that answers and one that works', () => {
  it('are one product: a message comes in, is answered, and its ticks come back', async () => {
    const { phone, conversation } = await customerWho(stage, '¿Hola?');
    const message = await say(conversation.id, 'Buenos días', 'processes-1');
    await messageWithStatus(paula, message, 'delivered', 'read');
    expect(await stage.provider.accepted(phone)).toHaveLength(1);
  });

  it('both say how they are, and the one that works tells the figures of its work and nothing else', async () => {
    for (const { origin } of [stage, worker]) {
      expect(await (await fetch(`${origin}/health/live`)).json()).toEqual({ status: 'ok' });
      expect(await (await fetch(`${origin}/health/ready`)).json()).toEqual({
        ready: true,
        checks: { database: 'ok', redis: 'ok' },
      });
    }
    const { conversation } = await customerWho(stage, 'Para contar');
    await messageWithStatus(paula, await say(conversation.id, 'Contado', 'processes-2'), 'delivered', 'read');
    const figures = await (await fetch(`${worker.origin}/metrics`)).text();
    expect(figures).toMatch(/^hilo_sends_total\{[^}]*\} [1-9]/m);
    expect(figures).toMatch(/^hilo_inbound_events_total\{[^}]*\} [1-9]/m);
    expect(figures).toMatch(/^hilo_inbound_lag_seconds [\d.]+$/m);
    for (const path of ['/', '/api/v1/conversations', '/webhooks/whatsapp', '/docs', '/socket.io/', '/l/x'])
      expect([path, (await fetch(worker.origin + path)).status]).toEqual([path, 404]);
  });

  it('a panel at the one hears what the other did', async () => {
    const panel = await panelSocket(stage.origin, stage.admin);
    try {
      const { conversation } = await customerWho(stage, 'De un proceso al otro');
      const told = await panel.hears('message.created', ({ conversationId }) => conversationId === conversation.id);
      expect(told.data).toMatchObject({ text: 'De un proceso al otro' });
    } finally {
      panel.close();
    }
  });
});

describe('a worker that is asked to stop in the middle of its work', () => {
  it('leaves nothing acknowledged undone, and nothing done twice', async () => {
    const first = 593_992_100_000;
    let stopped: Promise<void> | undefined;
    const acknowledged = await burst(first, async (index) => {
      if (index === BURST / 3) stopped = worker.stop();
      if (index === (2 * BURST) / 3) worker = await stage.another('worker');
    });
    await stopped;
    expect(acknowledged).toHaveLength(BURST);
    await all(acknowledged);
    expect(
      await stage.database.count(
        'select provider_id from message where provider_id = any($1) group by provider_id having count(*) > 1',
        [acknowledged],
      ),
    ).toBe(0);
    for (let index = 0; index < 7; index += 1) await conversationWith(stage.admin, String(first + index));
  }, 180_000);

  it('and what was to be said meanwhile is said once by the next', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    await worker.stop();
    const messages = [];
    for (const text of ['Uno', 'Dos', 'Tres']) messages.push(await say(conversation.id, text, `stopped-${text}`));
    expect(
      (await messagesOf(paula, conversation.id))
        .filter(({ direction }) => direction === 'out')
        .map(({ status }) => status),
    ).toEqual(['queued', 'queued', 'queued']);
    worker = await stage.another('worker');
    for (const message of messages) await messageWithStatus(paula, message, 'sent', 'delivered', 'read');
    expect(
      (await stage.provider.accepted(phone)).map(({ body }) => (body as { text: { body: string } }).text.body),
    ).toEqual(['Uno', 'Dos', 'Tres']);
  }, 180_000);
});

describe('a worker that dies', () => {
  it('is replaced: what it had taken is done by the next', async () => {
    const first = 593_992_200_000;
    const acknowledged = await burst(first, async (index) => {
      if (index !== BURST / 2) return;
      await worker.kill();
      worker = await stage.another('worker');
    });
    await all(acknowledged);
    expect(acknowledged).toHaveLength(BURST);
  }, 180_000);
});

describe('the process that answers, asked to stop', () => {
  it('acknowledges nothing that is not kept', async () => {
    const first = 593_992_300_000;
    let stopping: Promise<void> | undefined;
    const acknowledged = await burst(first, (index) => {
      if (index === BURST / 2) stopping = stage.product.stop();
      return Promise.resolve();
    });
    await stopping;
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.length).toBeLessThan(BURST);
    await all(acknowledged);
    expect(stage.product.words()).not.toMatch(/uncaught|unhandled/i);
  }, 180_000);
});

describe('many conversations at once', () => {
  it('were all kept apart: every customer has one conversation', async () => {
    const rows = await stage.database.rows<{ n: string }>(
      'select count(*) n from conversation group by contact_id, channel_id having count(*) > 1',
    );
    expect(rows).toEqual([]);
  });
});
