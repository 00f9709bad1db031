import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { Channels } from '../../channels/index.js';
import { conversationOf, newcomer, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { says } from '../testing/wire.js';
import type { CanSendView } from './conversation.dto.js';

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads();
  paula = await app.person(['supervisor']);
});
afterAll(() => app.close());

const HOUR = 3_600_000;
const ask = (id: string, query = '') => paula.read<CanSendView>(`/conversations/${id}/can-send${query && `?${query}`}`);
const contactOf = async (who: Parameters<typeof conversationOf>[1]) => (await conversationOf(paula, who)).contact.id;
async function channelBecomes(change: string, value: unknown): Promise<void> {
  await app.sql.rows(`update channel set ${change} = $2 where id = $1`, [app.channel.id, value]);
  app.get(Channels, { strict: false }).forget();
}

describe('what may be sent now, in words', () => {
  it('is anything inside the window', async () => {
    const { id } = await newcomer(app, paula);
    const free = { verdict: 'free', code: null, words: 'Anything may be sent now.', waitUntil: null };
    for (const type of [
      'text',
      'image',
      'audio',
      'video',
      'document',
      'sticker',
      'location',
      'interactive',
      'reaction',
    ]) {
      expect(await ask(id, `type=${type}`)).toEqual(free);
    }
    expect(await ask(id, 'type=template')).toEqual({
      ...free,
      verdict: 'template',
      words: 'An approved template may be sent.',
    });
  });

  it.each(['advisor', 'assistant', 'campaign', 'automation', 'system'])(
    'is nothing free after the window, also for %s',
    async (author) => {
      const { id } = await newcomer(app, paula, { at: new Date(Date.now() - 24 * HOUR) });
      for (const category of ['service', 'marketing', 'utility']) {
        expect(await ask(id, `author=${author}&category=${category}`)).toEqual({
          verdict: 'refuse',
          code: 'window_closed',
          words: 'The customer wrote more than 24 hours ago: only an approved template may be sent now.',
          waitUntil: null,
        });
        expect(await ask(id, `author=${author}&category=${category}&type=template`)).toMatchObject({
          verdict: 'template',
        });
      }
    },
  );

  it('closes some seconds early, because the provider measures by its own clock', async () => {
    const at = new Date(Math.floor(Date.now() / 1000) * 1000 - HOUR);
    const { id } = await newcomer(app, paula, { at });
    const untilEnd = (ms: number) => app.clock.shiftTo(at.getTime() + 24 * HOUR - ms - Date.now());
    untilEnd(60_000);
    expect(await ask(id)).toMatchObject({ verdict: 'free' });
    untilEnd(4000);
    expect(await ask(id)).toMatchObject({ code: 'window_closed' });
    app.clock.shiftTo(0);
  });

  it('opens again with the customer’s next message', async () => {
    const { who, id } = await newcomer(app, paula, { at: new Date(Date.now() - 30 * HOUR) });
    expect(await ask(id)).toMatchObject({ code: 'window_closed' });
    await app.hear(says(who, 'sigo interesada'));
    expect(await ask(id)).toMatchObject({ verdict: 'free' });
  });

  it('is nothing at all to somebody who is blocked', async () => {
    const { who, id } = await newcomer(app, paula);
    await app.sql.rows('update contact set blocked_at = $2 where id = $1', [await contactOf(who), new Date()]);
    for (const type of ['text', 'template'])
      expect(await ask(id, `type=${type}`)).toMatchObject({
        verdict: 'refuse',
        code: 'contact_blocked',
        words: 'This contact is blocked.',
      });
  });

  it('is nothing to somebody whose address is gone', async () => {
    const { who, id } = await newcomer(app, paula);
    const contactId = await contactOf(who);
    await app.sql.rows('delete from contact_identity where contact_id = $1', [contactId]);
    await app.sql.rows('update contact set phone_sealed = null, phone_hash = null where id = $1', [contactId]);
    expect(await ask(id)).toMatchObject({ verdict: 'refuse', code: 'no_address' });
  });

  it.each<[string, unknown, unknown, string]>([
    ['active', false, true, 'channel_down'],
    ['health', 'down', 'healthy', 'channel_down'],
    ['health', 'degraded', 'healthy', 'free'],
  ])('depends on the channel: %s is %s', async (column, value, normal, expected) => {
    const { id } = await newcomer(app, paula);
    await channelBecomes(column, value);
    const { verdict, code } = await ask(id);
    await channelBecomes(column, normal);
    expect(code ?? verdict).toBe(expected);
  });

  it('is the same that the composer is told', async () => {
    const hours = [1, 23, 25];
    for (const hour of hours) {
      const { id } = await newcomer(app, paula, { at: new Date(Date.now() - hour * HOUR) });
      const { replyPolicy } = await paula.read<{ replyPolicy: { allowed: string[] } }>(`/conversations/${id}`);
      for (const type of ['text', 'image', 'interactive', 'template', 'reaction']) {
        expect([type, replyPolicy.allowed.includes(type)]).toEqual([
          type,
          (await ask(id, `type=${type}`)).verdict !== 'refuse',
        ]);
      }
    }
  });
});

describe('who asks', () => {
  it.each(['author=nobody', 'type=fax', 'category=spam', 'colour=red', 'author=advisor&author=system'])(
    '%s is refused',
    async (query) => {
      const { id } = await newcomer(app, paula);
      expect((await paula.ask('GET', `/conversations/${id}/can-send?${query}`)).status).toBe(400);
    },
  );

  it('about what they may not see hears 404', async () => {
    const { id } = await newcomer(app, paula);
    await paula.ask('POST', `/conversations/${id}/claim`);
    const other = await app.person(['advisor']);
    expect((await other.ask('GET', `/conversations/${id}/can-send`)).status).toBe(404);
    expect((await paula.ask('GET', `/conversations/${newId()}/can-send`)).status).toBe(404);
    expect((await paula.ask('GET', '/conversations/x/can-send')).status).toBe(400);
  });
});

describe('at the moment of delivery the policy is asked again', () => {
  const waiting = async (text = 'espera') => {
    const room = await newcomer(app, paula);
    const answer = await paula.ask<{ id: string }>('POST', `/conversations/${room.id}/messages`, {
      type: 'text',
      text,
    });
    return { ...room, messageId: answer.body.id };
  };
  const failureOf = async ({ id, messageId }: { id: string; messageId: string }) => {
    const view = (await threadOf(paula, id)).find((one) => one.id === messageId);
    return [view?.status, view?.failure?.reason];
  };

  it('and what was blocked meanwhile does not leave', async () => {
    const room = await waiting();
    await app.sql.rows('update contact set blocked_at = $2 where id = $1', [await contactOf(room.who), new Date()]);
    await app.deliver();
    expect(await failureOf(room)).toEqual(['failed', 'contact_blocked']);
    expect(app.graph.sends(room.who.waId)).toEqual([]);
  });

  it('and what waited past the window does not leave', async () => {
    const room = await waiting();
    app.clock.shiftTo(25 * HOUR);
    await app.deliver();
    app.clock.shiftTo(0);
    expect(await failureOf(room)).toEqual(['failed', 'window_closed']);
    expect(app.graph.sends(room.who.waId)).toEqual([]);
  });

  it('and a channel that went down keeps nothing in the air', async () => {
    const room = await waiting();
    await channelBecomes('health', 'down');
    await app.deliver();
    await channelBecomes('health', 'healthy');
    expect(await failureOf(room)).toEqual(['failed', 'channel_down']);
    expect((await app.appended('message.status')).at(-1)).toMatchObject({
      messageId: room.messageId,
      status: 'failed',
    });
  });
});
