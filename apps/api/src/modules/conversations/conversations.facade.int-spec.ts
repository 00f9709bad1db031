import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/ids/uuid.js';
import { type Permission, PERMISSIONS, permissionsOf, type Principal } from '../auth/index.js';
import { Conversations } from './conversations.facade.js';
import { ago, conversationOf, newcomer, reply } from './testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from './testing/thread-app.js';
import { reacts, says, wamid } from './testing/wire.js';

let app: ThreadApp;
let boss: Person;
let facade: Conversations;
beforeAll(async () => {
  app = await startThreads({ assistantMode: 'auto' });
  boss = await app.person(['supervisor'], [], 'Jefa');
  facade = app.get(Conversations, { strict: false });
});
afterAll(() => app.close());

const room = () => newcomer(app, boss);
const changesOf = async (id: string) =>
  (await app.appended('conversation.changed')).filter((event) => event['conversationId'] === id);

describe('openFor', () => {
  it('finds the one that is open, and opens another when it is closed', async () => {
    const { who, id } = await room();
    const { contact } = await conversationOf(boss, who);
    expect(await app.inside(() => facade.openFor(contact.id, app.channel.id))).toBe(id);
    await boss.ask('PATCH', `/conversations/${id}`, { status: 'closed' });
    const next = await app.inside(() => facade.openFor(contact.id, app.channel.id));
    expect(next).not.toBe(id);
    expect(await changesOf(next)).toMatchObject([{ change: 'opened', assigneeId: null }]);
    expect(await boss.read(`/conversations/${next}`)).toMatchObject({
      status: 'open',
      lastMessage: null,
      unreadCount: 0,
      replyPolicy: { kind: 'template' },
    });
  });

  it('at the same moment is one', async () => {
    const { who, id } = await room();
    const { contact } = await conversationOf(boss, who);
    await boss.ask('PATCH', `/conversations/${id}`, { status: 'closed' });
    const ids = await Promise.all([1, 2, 3].map(() => app.inside(() => facade.openFor(contact.id, app.channel.id))));
    expect(new Set(ids).size).toBe(1);
  });
});

describe('visibleAmong', () => {
  const key = (...scopes: Permission[]): Principal => ({
    kind: 'key',
    id: newId(),
    name: 'ERP',
    permissions: new Set(scopes),
  });

  it('answers by the rule of the inbox, for a key by its scope, and knows nothing that is not there', async () => {
    const [free, taken] = [await room(), await room()];
    await boss.ask('POST', `/conversations/${taken.id}/assign`, { assigneeId: boss.id });
    const ids = [free.id, taken.id, newId()];
    const visible = async (reader: Principal) => [...(await facade.visibleAmong(reader, ids)).keys()].sort();
    const advisor: Principal = {
      kind: 'user',
      id: newId(),
      name: 'Ana',
      roles: ['advisor'],
      teamIds: [],
      permissions: permissionsOf(['advisor']),
    };
    expect(await visible(advisor)).toEqual([free.id]);
    expect(await visible(key('conversations:read'))).toEqual([free.id, taken.id].sort());
    const everythingElse = PERMISSIONS.filter((scope) => scope !== 'conversations:read');
    expect(await visible(key(...everythingElse))).toEqual([]);
  });
});

describe('what others read', () => {
  it('is the thread without notes and reactions, oldest first', async () => {
    const id = wamid();
    const mine = await newcomer(app, boss, { text: 'uno', id, at: ago(5) });
    await app.hear(says(mine.who, 'dos', { at: ago(4) }), reacts(mine.who, id, '👍'));
    await reply(boss, mine.id, 'tres');
    await boss.ask('POST', `/conversations/${mine.id}/notes`, { text: 'nota' });
    const lines = await facade.thread(mine.id, 10);
    expect(lines.map(({ author, text }) => [author, text])).toEqual([
      ['customer', 'uno'],
      ['customer', 'dos'],
      ['advisor', 'tres'],
    ]);
    expect((await facade.thread(mine.id, 2)).map(({ text }) => text)).toEqual(['dos', 'tres']);
    expect(await facade.messages([mine.first, newId()])).toEqual(new Map([[mine.first, lines[0]]]));
    expect(await facade.messages([])).toEqual(new Map());
  });

  it('is a summary with the window, of one or of all of a contact', async () => {
    const { who, id } = await room();
    const { contact } = await conversationOf(boss, who);
    const summary = (await facade.byIds([id, newId()])).get(id);
    expect(summary).toMatchObject({
      id,
      contactId: contact.id,
      channelId: app.channel.id,
      channelKind: 'whatsapp_cloud',
      status: 'open',
      owner: 'assistant',
      assistantMode: 'auto',
      tags: [],
      sourceNetwork: null,
      sourceLinkId: null,
      sourceItemId: null,
    });
    expect(summary?.windowExpiresAt?.getTime()).toBe((summary?.lastInboundAt?.getTime() ?? 0) + 24 * 3_600_000);
    expect((await facade.ofContact(contact.id)).map((one) => one.id)).toEqual([id]);
    expect(await facade.byIds([])).toEqual(new Map());
  });
});

describe('what others write on it', () => {
  it('is told once, when it is new', async () => {
    const { who, id } = await room();
    const [linkId, leadId] = [newId(), newId()];
    const attribution = { conversationId: id, network: 'tiktok', linkId, itemId: null };
    const lead = { conversationId: id, leadId, state: 'new', quality: 'warm' };
    for (let times = 0; times < 2; times += 1) {
      await app.inside(() => facade.setAttributions([{ ...attribution, network: 'direct' }, attribution]));
      await app.inside(() => facade.setLeads([lead]));
    }
    expect((await changesOf(id)).map((event) => event['change'])).toEqual(['attributed', 'lead']);
    expect(await conversationOf(boss, who)).toMatchObject({
      source: { network: 'tiktok', linkId, itemId: null },
      lead: { id: leadId, state: 'new', quality: 'warm' },
    });
    await app.inside(() => facade.setLeads([{ ...lead, state: 'contacted' }]));
    expect(await conversationOf(boss, who)).toMatchObject({ lead: { state: 'contacted' } });
  });

  it('as tags joins what is there', async () => {
    const { who, id } = await room();
    await app.inside(() => facade.addTags(id, ['vip', 'boda']));
    await app.inside(() => facade.addTags(id, ['boda', 'abril']));
    expect((await conversationOf(boss, who)).tags).toEqual(['abril', 'boda', 'vip']);
    await app.inside(() => facade.addTags(newId(), ['x']));
  });

  it.each([
    ['normal', 'normal'],
    ['high', 'high'],
    ['urgent', 'urgent'],
  ] as const)('as a hand-over with %s priority waits for people, ISAC silent', async (priority, shown) => {
    const { who, id } = await room();
    await app.inside(() => facade.handOff(id, { priority, reason: 'complaint' }));
    expect(await conversationOf(boss, who)).toMatchObject({
      priority: shown,
      assignee: null,
      assistantState: { owner: 'person' },
    });
  });

  it('as a hand-over never makes it less urgent than people did', async () => {
    const { who, id } = await room();
    await boss.ask('PATCH', `/conversations/${id}`, { priority: 'urgent' });
    await app.inside(() => facade.handOff(id, { priority: 'normal' }));
    expect(await conversationOf(boss, who)).toMatchObject({ priority: 'urgent' });
  });

  it('as an assignee is somebody who may answer', async () => {
    const { who, id } = await room();
    await app.inside(() => facade.setAssignee(id, boss.id, null));
    expect(await conversationOf(boss, who)).toMatchObject({ assignee: { id: boss.id } });
    await expect(facade.setAssignee(id, newId(), null)).rejects.toMatchObject({ code: 'validation_failed' });
  });
});
