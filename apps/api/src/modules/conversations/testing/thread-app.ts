import { Sql } from '../../../platform/database/sql.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { SystemClock } from '../../../platform/clock/system-clock.js';
import { newId } from '../../../platform/ids/uuid.js';
import type { WorkerJob } from '../../../platform/jobs/worker-job.js';
import { createServedApp, type ServedApp } from '../../../testing/served-app.js';
import { ApiKeys, AuthHttpModule, CreateUser, type Permission, type Role } from '../../auth/index.js';
import { ChannelsHttpModule, ChannelSetup, type ChannelCard, type NewChannel } from '../../channels/index.js';
import { signedWebhook } from '../../channels/testing/signed-webhook.js';
import { ContactsHttpModule } from '../../contacts/index.js';
import { TemplatesHttpModule } from '../../templates/index.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { ConversationsHttpModule } from '../conversations-http.module.js';
import { ConversationsWorkerModule } from '../conversations-worker.module.js';
import { DeliverMessagesJob } from '../jobs/deliver-messages.job.js';
import { ReceiveMessagesJob } from '../jobs/receive-messages.job.js';
import { type Client, clientOf } from './client.js';
import { type GraphStandIn, startGraph } from './graph-stand-in.js';
import { ACCOUNT, type Change, type Customer, NUMBER, webhookBody } from './wire.js';

export const APP_SECRET = 'a-secret-of-thirty-two-characters';
const PASSWORD = 'lluvia-sobre-quito';

export interface Person extends Client {
  id: string;
  name: string;
}

export interface ThreadApp extends ServedApp {
  sql: Sql;
  clock: SystemClock;
  graph: GraphStandIn;
  channel: ChannelCard;
  addChannel(over?: Partial<NewChannel>): Promise<ChannelCard>;
  /** Somebody who never wrote before. */
  customer(name?: string): Customer;
  /** Through the door, as one signed body; nothing is processed yet. */
  arrive(...changes: Change[]): Promise<void>;
  /** Runs the worker that empties the inbox until nothing is left. */
  receive(): Promise<void>;
  /** Arrives and is received. */
  hear(...changes: Change[]): Promise<void>;
  /** Hands over whatever is due and waits for the calls to end. */
  deliver(): Promise<void>;
  /** Runs a worker's job once. */
  work(job: new (...parts: never[]) => WorkerJob): Promise<number>;
  /** Somebody who has signed in. */
  person(roles: readonly Role[], teamIds?: readonly string[], name?: string): Promise<Person>;
  /** Another system. */
  system(...scopes: Permission[]): Promise<Client>;
  team(name?: string): Promise<string>;
  /** In a transaction, as the callers of the facade are. */
  inside<T>(work: () => Promise<T>): Promise<T>;
  /** The items of an event appended so far, in order. */
  appended<T = Record<string, unknown>>(topic: string): Promise<T[]>;
}

/** Conversations behind the real server, one number connected, its provider a stand-in; workers run when a test says so. */
export async function startThreads(channel: Partial<NewChannel> = {}): Promise<ThreadApp> {
  const graph = await startGraph();
  const modules = [AuthHttpModule, ChannelsHttpModule, WhatsappModule, ContactsHttpModule, TemplatesHttpModule];
  const served = await createServedApp([...modules, ConversationsHttpModule, ConversationsWorkerModule]);
  const sql = served.get(Sql);
  const addChannel = (over: Partial<NewChannel> = {}): Promise<ChannelCard> =>
    served.get(ChannelSetup, { strict: false }).ensure({
      kind: 'whatsapp_cloud',
      name: 'Ventas',
      address: NUMBER,
      accountId: ACCOUNT,
      displayAddress: '+593 99 000 0001',
      baseUrl: graph.baseUrl,
      credentials: { appSecret: APP_SECRET, verifyToken: 'verify-me-please', accessToken: 'access-token-1' },
      country: 'EC',
      assistantMode: 'off',
      teamId: null,
      ...over,
    });
  let customers = 0;
  const arrive = async (...changes: Change[]): Promise<void> => {
    const { raw, headers, url } = signedWebhook(APP_SECRET, webhookBody(changes));
    const answer = await fetch(served.origin + url, { method: 'POST', headers, body: new Uint8Array(raw) });
    if (answer.status !== 200) throw new Error(`the door answered ${String(answer.status)}`);
  };
  const receive = async (): Promise<void> => {
    const job = served.get(ReceiveMessagesJob, { strict: false });
    while ((await job.run()) > 0);
  };
  const inTheAir = async (): Promise<boolean> =>
    (await sql.rows('select 1 from send_queue where lease_until is not null')).length > 0;
  return {
    ...served,
    sql,
    clock: served.get(SystemClock),
    graph,
    channel: await addChannel(channel),
    addChannel,
    customer: (name = 'Ana Ruiz') => ({ waId: `59399${String(1_000_000 + (customers += 1))}`, name }),
    arrive,
    receive,
    hear: async (...changes) => {
      await arrive(...changes);
      await receive();
    },
    deliver: async () => {
      const job = served.get(DeliverMessagesJob, { strict: false });
      do while (await inTheAir()) await new Promise((resolve) => setTimeout(resolve, 5));
      while ((await job.run()) > 0);
    },
    work: (job) => served.get<WorkerJob>(job, { strict: false }).run(),
    person: async (roles, teamIds = [], name = 'Paula Vega') => {
      const email = `${newId()}@tienda.test`;
      const create = served.get(CreateUser, { strict: false });
      const id = await create.create('system', { name, email, password: PASSWORD, roles, teamIds });
      const anybody = clientOf(served.origin, { 'x-forwarded-for': newId() });
      const answer = await anybody.ask('POST', '/auth/sign-in', { email, password: PASSWORD });
      const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      return { id, name, ...clientOf(served.origin, { cookie }) };
    },
    system: async (...scopes) => {
      const { key } = await served.get(ApiKeys, { strict: false }).create('system', { name: 'ERP', scopes });
      return clientOf(served.origin, { authorization: `Bearer ${key}` });
    },
    team: async (name = 'Ventas') => {
      const id = newId();
      const at = new Date();
      await sql.rows('insert into team (id, name, created_at) values ($1, $2, $3)', [id, `${name} ${id}`, at]);
      return id;
    },
    inside: (work) => served.get(Transaction).run(work),
    appended: async <T>(topic: string) =>
      (await sql.rows<{ items: T[] }>('select items from outbox where topic = $1 order by id', [topic])).flatMap(
        ({ items }) => items,
      ),
    close: async () => {
      await served.close();
      await graph.close();
    },
  };
}
