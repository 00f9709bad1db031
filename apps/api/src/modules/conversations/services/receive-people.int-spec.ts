import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transaction } from '../../../platform/database/transaction.js';
import { ReceiveMessagesJob } from '../jobs/receive-messages.job.js';
import { ago, conversationOf, conversationsOf, newcomer, reply, textsOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { says, wamid, wrote } from '../testing/wire.js';

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads({ assistantMode: 'auto' });
  paula = await app.person(['supervisor']);
});
afterAll(() => app.close());

const block = (contactId: string) =>
  app.sql.rows('update contact set blocked_at = $2 where id = $1', [contactId, new Date()]);

describe('who writes', () => {
  it('is the same contact by phone and by the id that WhatsApp gives beside it', async () => {
    const who = app.customer();
    const bsuid = `EC.${who.waId}`;
    await app.hear(says(who, 'con los dos', { more: { from_user_id: bsuid } }));
    await app.hear({
      field: 'messages',
      value: {
        metadata: { phone_number_id: app.channel.address },
        contacts: [{ profile: { name: who.name, username: 'ana.ruiz' }, user_id: bsuid }],
        messages: [
          {
            from_user_id: bsuid,
            id: wamid(),
            timestamp: String(Math.floor(Date.now() / 1000)),
            type: 'text',
            text: { body: 'solo con el id' },
          },
        ],
      },
    });
    const { id } = await conversationOf(paula, who);
    expect(await textsOf(paula, id)).toEqual(['con los dos', 'solo con el id']);
  });

  it('may have no phone at all', async () => {
    const bsuid = 'EC.998877665544332211';
    await app.hear({
      field: 'messages',
      value: {
        metadata: { phone_number_id: app.channel.address },
        contacts: [{ profile: { name: 'Sin Teléfono', username: 'sin.telefono' }, user_id: bsuid }],
        messages: [
          {
            from_user_id: bsuid,
            id: wamid(),
            timestamp: String(Math.floor(Date.now() / 1000)),
            type: 'text',
            text: { body: 'hola' },
          },
        ],
      },
    });
    const { data } = await paula.read<{ data: { id: string; contact: object; replyPolicy: object }[] }>(
      '/conversations?q=Sin%20Tel%C3%A9fono',
    );
    expect(data).toMatchObject([{ contact: { name: 'Sin Teléfono', phone: null }, replyPolicy: { kind: 'free' } }]);
    await reply(paula, data[0]?.id ?? '', 'Hola');
    await app.deliver();
    expect(app.graph.sends().at(-1)).toMatchObject({ recipient: bsuid, text: { body: 'Hola' } });
  });

  it('stays one person after the number changes', async () => {
    const { who, id } = await newcomer(app, paula);
    const moved = app.customer(who.name);
    await app.hear(
      wrote(who, {
        type: 'system',
        system: { type: 'user_changed_number', wa_id: moved.waId, body: 'cambió de número' },
      }),
    );
    await app.hear(says(moved, 'soy yo'));
    expect(await textsOf(paula, id)).toContain('soy yo');
    const line = await app.sql.one<{ author: string }>(
      `select author from message where conversation_id = $1 and type = 'system'`,
      [id],
    );
    expect(line).toEqual({ author: 'system' });
  });

  it('asks for nobody’s attention when only the provider speaks', async () => {
    const { who, id } = await newcomer(app, paula);
    await reply(paula, id, 'Hola');
    const before = await conversationOf(paula, who);
    await app.hear(wrote(who, { type: 'system', system: { type: 'other', body: 'algo pasó' } }));
    expect(await conversationOf(paula, who)).toMatchObject({
      unreadCount: 0,
      waitingSince: null,
      assistantState: before.assistantState,
    });
  });
});

describe('somebody who is blocked', () => {
  it('is kept in silence: stored, not counted, told to nobody', async () => {
    const { who, id } = await newcomer(app, paula);
    const view = await conversationOf(paula, who);
    await paula.ask('PATCH', `/conversations/${id}`, { status: 'closed' });
    await block(view.contact.id);
    await app.hear(says(who, 'ábranme'));
    expect(await textsOf(paula, id)).toEqual(['Hola', 'ábranme']);
    expect(await paula.read(`/conversations/${id}`)).toMatchObject({
      status: 'closed',
      unreadCount: 1,
      waitingSince: null,
      contact: { blocked: true },
      replyPolicy: { kind: 'none', allowed: [], reason: 'contact_blocked' },
    });
    const told = (await app.appended('message.received')).filter((event) => event['conversationId'] === id);
    expect(told).toHaveLength(1);
  });
});

describe('a conversation that was put away', () => {
  it('closed opens again, with ISAC where the channel wants it, and tells that it did', async () => {
    const { who, id } = await newcomer(app, paula);
    await reply(paula, id, 'Hasta luego');
    await paula.ask('PATCH', `/conversations/${id}`, { status: 'closed', closeReason: 'sale' });
    await app.hear(says(who, 'una cosa más'));
    expect(await conversationOf(paula, who)).toMatchObject({
      id,
      status: 'open',
      closeReason: null,
      assistantState: { owner: 'assistant' },
    });
    expect(
      (await app.appended('message.received')).filter((event) => event['conversationId'] === id).at(-1),
    ).toMatchObject({ reopens: true, opensConversation: false });
  });

  it('snoozed opens again and forgets its moment', async () => {
    const { who, id } = await newcomer(app, paula);
    const followUpAt = new Date(Date.now() + 3_600_000).toISOString();
    await paula.ask('PATCH', `/conversations/${id}`, { status: 'follow_up', followUpAt });
    await app.hear(says(who, 'ya volví'));
    expect(await conversationOf(paula, who)).toMatchObject({ id, status: 'open', followUpAt: null });
  });

  it('is reopened once by two messages that come together', async () => {
    const { who, id } = await newcomer(app, paula);
    await paula.ask('PATCH', `/conversations/${id}`, { status: 'closed' });
    await app.hear(says(who, 'uno'), says(who, 'dos'));
    expect(await conversationsOf(paula, who)).toMatchObject([{ id, status: 'open' }]);
  });
});

describe('several workers at once', () => {
  it('make one contact and one conversation of somebody new, and lose nothing', async () => {
    const people = Array.from({ length: 6 }, () => app.customer());
    const job = app.get(ReceiveMessagesJob, { strict: false });
    const steps = Array.from({ length: 8 }, (_, step) => step);
    await Promise.all(
      steps.map(async (step) => {
        await app.arrive(...people.map((who) => says(who, `m${String(step)}`, { at: ago(10 - step) })));
        await job.run();
      }),
    );
    await app.receive();
    for (const who of people) {
      const view = await conversationOf(paula, who);
      expect(view.unreadCount).toBe(8);
      expect(await textsOf(paula, view.id)).toEqual(steps.map((step) => `m${String(step)}`));
    }
  });

  it('that each got one message of the same newcomer open one conversation', async () => {
    const who = app.customer();
    const bodies = Array.from({ length: 5 }, (_, step) => says(who, `paralelo ${String(step)}`));
    const job = app.get(ReceiveMessagesJob, { strict: false });
    await Promise.all(
      bodies.map(async (body) => {
        await app.arrive(body);
        await job.run();
      }),
    );
    await app.receive();
    expect(await conversationOf(paula, who)).toMatchObject({ unreadCount: 5 });
  });
});

describe('an event that cannot be digested', () => {
  it('is set aside alone, shown, and runs again on request; its neighbours go on', async () => {
    const [good, poisoned, late] = [app.customer(), app.customer(), app.customer()];
    await app.sql.rows(
      `create function refuse_poison() returns trigger language plpgsql as $$ begin
         if new.text = 'veneno' then raise exception 'cannot digest'; end if; return new; end $$`,
    );
    await app.sql.rows('create trigger poison before insert on message for each row execute function refuse_poison()');
    await app.hear(says(good, 'antes'), says(poisoned, 'veneno'), says(late, 'después'));
    expect(await textsOf(paula, (await conversationOf(paula, good)).id)).toEqual(['antes']);
    expect(await textsOf(paula, (await conversationOf(paula, late)).id)).toEqual(['después']);
    expect(await conversationsOf(paula, poisoned)).toEqual([]);
    const admin = await app.person(['admin']);
    const aside = await admin.read<{ data: { id: string; error: string }[] }>('/webhook-events?outcome=set_aside');
    expect(aside.data).toMatchObject([{ error: expect.stringContaining('cannot digest') }]);

    await app.sql.rows('drop trigger poison on message');
    await admin.ask('POST', `/webhook-events/${aside.data[0]?.id ?? ''}/replay`);
    await app.receive();
    expect(await textsOf(paula, (await conversationOf(paula, poisoned)).id)).toEqual(['veneno']);
    expect(await conversationsOf(paula, good)).toMatchObject([{ unreadCount: 1 }]);
  });

  it('leaves everything in the inbox while the database cannot work, and takes it up afterwards', async () => {
    const who = app.customer();
    await app.arrive(says(who, 'paciencia'));
    const job = app.get(ReceiveMessagesJob, { strict: false });
    await app.sql.rows(
      `create function be_away() returns trigger language plpgsql as $$ begin raise exception 'away' using errcode = '57P01'; end $$`,
    );
    await app.sql.rows('create trigger away before insert on message for each row execute function be_away()');
    await expect(job.run()).rejects.toThrow('away');
    await app.sql.rows('drop trigger away on message');
    expect(await app.sql.rows('select 1 from inbox_pending where set_aside_at is not null')).toEqual([]);
    await app.receive();
    expect(await conversationOf(paula, who)).toMatchObject({ unreadCount: 1 });
  });

  it('joins whoever calls: nothing of a batch stays when the transaction around it fails', async () => {
    const who = app.customer();
    await app.arrive(says(who, 'deshecho'));
    const job = app.get(ReceiveMessagesJob, { strict: false });
    const failing = app.get(Transaction).run(async () => {
      await job.run();
      throw new Error('after all');
    });
    await expect(failing).rejects.toThrow('after all');
    expect(await conversationsOf(paula, who)).toEqual([]);
    await app.receive();
    expect(await conversationOf(paula, who)).toMatchObject({ unreadCount: 1 });
  });
});
