import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { EventLog } from '../../../platform/outbox/event-log.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith, signedInPerson, type TestPerson } from '../../../testing/test-people.js';
import { AuthHttpModule, type Permission, PERMISSIONS } from '../../auth/index.js';
import { ConversationsHttpModule, messageStatusChanged } from '../../conversations/index.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { insertRow } from '../testing/insert-row.js';
import { WorkspaceHttpModule } from '../workspace-http.module.js';
import type { SyncView } from './sync.view.js';

const NOW = new Date('2026-11-20T10:00:00Z');
/** The rank by which `read` is stored. */
const READ = 6;
let host: TestApp;
let ana: TestPerson;
let luis: TestPerson;
let conversationId: string;

/** What catching up with Ana's conversation open tells of ticks. */
const ticks = async (headers: Record<string, string>): Promise<unknown[]> => {
  const { body } = await host.request<SyncView>({ path: `/sync?since=0&conversationId=${conversationId}`, headers });
  return body.events.filter(({ type }) => type === 'message.status').map(({ data }) => data);
};
const ticksOfKey = async (...scopes: Permission[]) => ticks((await keyWith(host, scopes)).headers);

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, WhatsappModule, ConversationsHttpModule, WorkspaceHttpModule]);
  const sql = host.get(Sql);
  [ana, luis] = [await signedInPerson(host, ['advisor'], 'Ana'), await signedInPerson(host, ['advisor'], 'Luis')];
  const contact = await insertRow(sql, 'contact', { name: 'Rosa', created_at: NOW, updated_at: NOW });
  const channel = await insertRow(sql, 'channel', {
    kind: 'whatsapp_cloud',
    name: 'Ventas',
    address: '1',
    base_url: 'http://x',
    credentials: host.get(Encryption).encrypt('{}'),
    country: 'EC',
    sandbox: true,
    rate: 80,
    created_at: NOW,
    updated_at: NOW,
  });
  conversationId = await insertRow(sql, 'conversation', {
    contact_id: contact,
    channel_id: channel,
    status: 'open',
    assignee_id: ana.id,
    assistant_mode: 'off',
    owner: 'person',
    created_at: NOW,
    activity_at: NOW,
  });
  const messageId = await insertRow(sql, 'message', {
    conversation_id: conversationId,
    channel_id: channel,
    direction: 'out',
    author: 'system',
    type: 'text',
    text: 'Hola',
    content: { type: 'text', text: 'Hola' },
    status: READ,
    sent_at: NOW,
    received_at: NOW,
  });
  const read = { messageId, conversationId, status: 'read' };
  await host.get(Transaction).run(() => host.get(Outbox).append(messageStatusChanged, [read]));
  await host.get(EventLog).moveFromOutbox(100);
});
afterAll(() => host.close());

describe('catching up with a conversation open', () => {
  it('tells its ticks to whoever may read it', async () => {
    const told = [expect.objectContaining({ conversationId, status: 'read' })];
    expect(await ticks(ana.headers)).toEqual(told);
    expect(await ticksOfKey('conversations:read')).toEqual(told);
  });

  it('tells them neither to a colleague of whom it is not, nor to a key that holds everything but to read conversations', async () => {
    expect(await ticks(luis.headers)).toEqual([]);
    expect(await ticksOfKey('catalogue:read')).toEqual([]);
    expect(await ticksOfKey(...PERMISSIONS.filter((scope) => scope !== 'conversations:read'))).toEqual([]);
  });

  it('never names a conversation that is not there', async () => {
    const { headers } = await keyWith(host, ['conversations:read']);
    const { body } = await host.request<SyncView>({ path: `/sync?since=0&conversationId=${newId()}`, headers });
    expect(body.events).toEqual([]);
  });
});
