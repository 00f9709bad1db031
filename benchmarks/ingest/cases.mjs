import { messagesBody, signedRequest, statusesBody } from '../rig/webhook-bodies.mjs';
import { closedLoop } from '../rig/load.mjs';

/**
 * @typedef {{ name: string, connections: number, copies?: number, together?: boolean, batch?: number, contacts?: number, count: number, kind?: 'bad-signature' | 'status', aim: string, must: number | null }} IngestCase
 * contacts: how many customers write, all different when absent; must: least ratio to the reference
 */

/** @param {boolean} quick @returns {IngestCase[]} */
export const ingestCases = (quick) => {
  const count = quick ? 2000 : 10_000;
  return [
    { name: 'distinct, 16 connections', connections: 16, count, must: 1, aim: '>= 1.5 x' },
    { name: 'distinct, 64 connections', connections: 64, count, must: 1, aim: '>= 1.5 x' },
    { name: 'one contact, 64 connections', connections: 64, contacts: 1, count, must: null, aim: '>= 0.8 of distinct' },
    { name: 'each twice', connections: 16, copies: 2, count: count / 2, must: null, aim: '' },
    { name: 'five at once', connections: 8, copies: 5, together: true, count: count / 4, must: null, aim: '' },
    { name: 'ten a payload', connections: 16, batch: 10, count, must: null, aim: '' },
    { name: 'bad signature', connections: 16, kind: 'bad-signature', count, must: null, aim: '' },
    { name: 'statuses', connections: 64, kind: 'status', count, must: null, aim: '' },
  ];
};

let runs = 0;

/**
 * The ids and the signed requests of one case; ids are new in each run.
 * @param {{ count: number, batch?: number, contacts?: number, kind?: 'bad-signature' | 'status' }} wanted
 * @param {{ secret: string, path: string, sent?: { id: string, status: string, customer: number }[] }} target
 * @returns {{ ids: string[][], requests: Buffer[] }}
 */
export function writeCase({ count, batch = 1, contacts = count, kind }, { secret, path, sent = [] }) {
  const run = `wamid.RIG${(runs += 1)}.${process.pid}`;
  const base = runs * 1_000_000;
  if (kind === 'status')
    return {
      ids: [],
      requests: sent.map(({ id, status, customer }) =>
        signedRequest({ path, secret, body: statusesBody([{ id, status, customer }]) }),
      ),
    };
  const messages = Array.from({ length: count }, (_, index) => ({
    id: `${run}.${index}`,
    customer: base + (index % contacts),
  }));
  const bodies = Array.from({ length: Math.ceil(count / batch) }, (_, index) =>
    messages.slice(index * batch, (index + 1) * batch),
  );
  const signature = kind === 'bad-signature' ? `sha256=${'0'.repeat(64)}` : undefined;
  return {
    ids: bodies.map((part) => part.map(({ id }) => id)),
    requests: bodies.map((part) => signedRequest({ path, secret, body: messagesBody(part), signature })),
  };
}

/** Runs a case against one server. @returns {Promise<import('../rig/load.mjs').LoadResult & { messages: string[] }>} messages: acknowledged ids */
export async function runCase(wanted, server, written) {
  const { connections, copies, together } = wanted;
  const result = await closedLoop({ port: server.port, requests: written.requests, connections, copies, together });
  return { ...result, messages: result.acknowledged.flatMap((place) => written.ids[place] ?? []) };
}

const LADDER = ['sent', 'delivered', 'read'];

/** The three statuses of each of these messages, in a different order for each third. */
export const ladders = (messages) =>
  messages.flatMap(({ id, customer }, index) =>
    LADDER.map((_, step) => ({ id, customer, status: LADDER[(step + index) % 3] })),
  );
