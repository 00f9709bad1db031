import { describe, expect, it } from '@jest/globals';
import { ingestCases, ladders, writeCase } from './cases.mjs';

const target = { secret: 's', path: '/webhooks/whatsapp' };
const bodyOf = (
  request: Buffer,
): {
  entry: {
    changes: { value: { messages?: { id: string; from: string }[]; statuses?: { id: string; status: string }[] } }[];
  }[];
} => JSON.parse(request.subarray(request.indexOf('\r\n\r\n') + 4).toString());
const messagesOf = (requests: Buffer[]) =>
  requests.flatMap((request) => bodyOf(request).entry[0]?.changes[0]?.value.messages ?? []);

describe('the cases of the ingest benchmark', () => {
  it('have names of their own, and fewer requests when it must be quick', () => {
    const [quick, full] = [ingestCases(true), ingestCases(false)];
    expect(new Set(full.map(({ name }: { name: string }) => name)).size).toBe(full.length);
    expect(quick.map(({ name }: { name: string }) => name)).toEqual(full.map(({ name }: { name: string }) => name));
    expect(quick.every(({ count }: { count: number }, index: number) => count < (full[index]?.count ?? 0))).toBe(true);
  });
});

describe('writing a case', () => {
  it('gives one request a message, each of another customer', () => {
    const { ids, requests } = writeCase({ count: 20 }, target);
    const messages = messagesOf(requests);
    expect([requests.length, ids.flat().length, new Set(messages.map(({ from }) => from)).size]).toEqual([20, 20, 20]);
    expect(messages.map(({ id }) => id)).toEqual(ids.flat());
  });

  it('gives several messages in one request, and none is left out', () => {
    const { ids, requests } = writeCase({ count: 25, batch: 10 }, target);
    expect(ids.map((part: string[]) => part.length)).toEqual([10, 10, 5]);
    expect(messagesOf(requests)).toHaveLength(25);
  });

  it('lets as many customers write as it should', () => {
    expect(
      new Set(messagesOf(writeCase({ count: 30, contacts: 3 }, target).requests).map(({ from }) => from)).size,
    ).toBe(3);
  });

  it('has ids and customers that no other run has', () => {
    const runs = [1, 2, 3].map(() => writeCase({ count: 10 }, target));
    expect(new Set(runs.flatMap(({ ids }) => ids.flat())).size).toBe(30);
    expect(new Set(runs.flatMap(({ requests }) => messagesOf(requests).map(({ from }) => from))).size).toBe(30);
  });

  it('signs wrongly on purpose only where it should', () => {
    const signature = ({ requests }: { requests: Buffer[] }): string =>
      /X-Hub-Signature-256: (\S+)/.exec(requests[0]?.toString('latin1') ?? '')?.[1] ?? '';
    expect(signature(writeCase({ count: 1, kind: 'bad-signature' }, target))).toBe(`sha256=${'0'.repeat(64)}`);
    expect(signature(writeCase({ count: 1 }, target))).not.toBe(`sha256=${'0'.repeat(64)}`);
  });

  it('tells statuses of messages that were sent', () => {
    const sent = ladders([
      { id: 'wamid.a', customer: 1 },
      { id: 'wamid.b', customer: 2 },
    ]);
    const { requests, ids } = writeCase({ kind: 'status', count: 9 }, { ...target, sent });
    expect([requests.length, ids]).toEqual([6, []]);
    expect(bodyOf(requests[0] as Buffer).entry[0]?.changes[0]?.value.statuses?.[0]).toMatchObject({
      id: 'wamid.a',
      status: 'sent',
    });
  });
});

describe('the ladder of a message', () => {
  it('has each status once, and begins elsewhere for its neighbour', () => {
    const messages = Array.from({ length: 6 }, (_, customer) => ({ id: `wamid.${customer}`, customer }));
    const told = ladders(messages);
    for (const { id } of messages) {
      const own = told.filter((one: { id: string }) => one.id === id).map(({ status }: { status: string }) => status);
      expect([...own].sort()).toEqual(['delivered', 'read', 'sent']);
    }
    expect(new Set(messages.map(({ id }) => told.find((one: { id: string }) => one.id === id)?.status)).size).toBe(3);
  });
});
