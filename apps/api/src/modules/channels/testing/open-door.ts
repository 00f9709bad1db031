import { createHmac } from 'node:crypto';
import { Transaction } from '../../../platform/database/transaction.js';
import { startWholeServer, type WholeServer } from '../../../testing/whole-server.js';
import { ChannelSetup } from '../services/channel-setup.js';
import { InboundQueue, type InboundItem } from '../services/inbound-queue.js';
import { signedWebhook } from './signed-webhook.js';

export const SECRET = 'a-secret-of-thirty-two-characters';
export const OTHER_SECRET = 'b-secret-of-thirty-two-characters';

export interface Posted {
  status: number;
  body: string;
}

export interface OpenDoor extends WholeServer {
  post(raw: Buffer | string, headers: Record<string, string>, path?: string): Promise<Posted>;
  /** Signs and posts a body. */
  send(body: unknown, secret?: string): Promise<Posted>;
  /** What became of each webhook that was kept, in order. */
  outcomes(): Promise<string[]>;
  /** Takes out what waits to be understood by the thread. */
  claim(): Promise<InboundItem[]>;
}

export const signatureOf = (raw: Buffer | string, secret = SECRET): string =>
  `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`;

/** The whole server with two numbers of different secrets behind one door, and a third without any. */
export async function openDoor(env: Readonly<Record<string, string>> = {}): Promise<OpenDoor> {
  const server = await startWholeServer(env);
  const number = {
    kind: 'whatsapp_cloud' as const,
    displayAddress: null,
    baseUrl: 'http://127.0.0.1:9',
    country: 'EC',
    assistantMode: 'off' as const,
    teamId: null,
  };
  const accessToken = 'access-token-1';
  const setup = server.get(ChannelSetup);
  const first = { accessToken, verifyToken: 'verify-me-please', appSecret: SECRET };
  const second = { accessToken, verifyToken: 'another-token', appSecret: OTHER_SECRET };
  await setup.ensure({ ...number, name: 'Uno', address: '100200300', accountId: '900800700', credentials: first });
  await setup.ensure({ ...number, name: 'Dos', address: '400500600', accountId: '990880770', credentials: second });
  await setup.ensure({
    ...number,
    name: 'Sin secreto',
    address: '700',
    accountId: '701',
    credentials: { accessToken },
  });
  const post: OpenDoor['post'] = async (raw, headers, path = '/webhooks/whatsapp') => {
    const body = typeof raw === 'string' ? raw : new Uint8Array(raw);
    const sent = { 'content-type': 'application/json', connection: 'close', ...headers };
    const answer = await fetch(`${server.origin}${path}`, { method: 'POST', body, headers: sent });
    return { status: answer.status, body: await answer.text() };
  };
  return {
    ...server,
    post,
    send: (body, secret = SECRET) => {
      const { raw, headers } = signedWebhook(secret, body);
      return post(raw, headers);
    },
    outcomes: async () =>
      (await server.sql.rows<{ outcome: string }>('select outcome from webhook_receipt order by id')).map(
        ({ outcome }) => outcome,
      ),
    claim: () => server.get(Transaction).run(() => server.get(InboundQueue).claim(1000)),
  };
}
