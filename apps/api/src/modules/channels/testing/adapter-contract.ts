import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ChannelAdapter, ChannelConnection, OutboundMessage, WebhookDoor } from '../domain/channel-adapter.js';
import type { ChannelEvent } from '../domain/channel-event.js';
import { hostileJson } from './hostile-json.js';
import { startProvider, type ProviderAnswer } from './scripted-provider.js';

export interface InboundCase {
  name: string;
  raw: Buffer;
  headers: Record<string, string>;
  /** Hashed dedupe keys may be written as `hash`. */
  events: ChannelEvent[];
}

export interface AdapterContract {
  adapter: ChannelAdapter;
  door: WebhookDoor;
  url: string;
  secret: string;
  receivedAt: Date;
  parse: (raw: Buffer) => unknown;
  inbound: InboundCase[];
  /** A body of the provider's own shape around anything. */
  around: (item: unknown) => unknown;
  connection: (baseUrl: string) => ChannelConnection;
  message: OutboundMessage;
  /** What the provider says when it takes `message`, and the id in it. */
  accepted: { answer: ProviderAnswer; providerMessageId: string };
}

/** What every provider's adapter and door must do, whatever it speaks. Call it inside the adapter's spec file. */
export function describeAdapterContract(contract: AdapterContract): void {
  const { adapter, door, secret, url, receivedAt } = contract;
  const eventsOf = (body: unknown): ChannelEvent[] => {
    const translation = adapter.translate(body, receivedAt);
    return translation.kind === 'translated' ? translation.events : [];
  };

  describe('the door', () => {
    it.each(contract.inbound)('proves $name over its exact bytes, under its own secret only', ({ raw, headers }) => {
      const altered = Buffer.from(raw);
      altered[raw.length >> 1] = (altered[raw.length >> 1] ?? 0) ^ 1;
      expect(door.verify({ raw, headers, url, secret })).toBe(true);
      expect(door.verify({ raw: altered, headers, url, secret })).toBe(false);
      expect(door.verify({ raw, headers, url, secret: `${secret}x` })).toBe(false);
      expect(door.verify({ raw, headers: {}, url, secret })).toBe(false);
      expect(door.verify({ raw, headers, url, secret: '' })).toBe(false);
    });
  });

  describe('translating', () => {
    it.each(contract.inbound)('reads $name', ({ raw, events }) => {
      const read = eventsOf(contract.parse(raw));
      expect(
        read.map((event) => (event.dedupeKey.startsWith('hash:') ? { ...event, dedupeKey: 'hash' } : event)),
      ).toEqual(events);
    });

    it.each(contract.inbound)('gives $name the same keys when told twice, each its own', ({ raw }) => {
      const keys = eventsOf(contract.parse(raw)).map((event) => event.dedupeKey);
      expect(eventsOf(contract.parse(raw)).map((event) => event.dedupeKey)).toEqual(keys);
      expect(new Set(keys).size).toBe(keys.length);
    });

    it('survives anything and keeps only what PostgreSQL can store', () => {
      fc.assert(
        fc.property(hostileJson, (item) => {
          for (const body of [item, contract.around(item)])
            expect(JSON.stringify(eventsOf(body))).not.toMatch(/\\u0000|\\u[dD][89a-fA-F]/);
        }),
        { numRuns: 400 },
      );
    });

    it('survives a body nested deeper than the call stack', () => {
      const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) as unknown;
      expect(() => [
        eventsOf(deep),
        eventsOf(contract.around(deep)),
        eventsOf(contract.around({ messages: [deep] })),
      ]).not.toThrow();
    });
  });

  describe('sending', () => {
    const outcomeWhen = async (answer: ProviderAnswer | 'hang-up') => {
      const provider = await startProvider(() => answer);
      try {
        return await adapter.send(contract.connection(provider.baseUrl), contract.message);
      } finally {
        await provider.close();
      }
    };

    it('refuses at once what this channel cannot carry', async () => {
      const provider = await startProvider(() => contract.accepted.answer);
      const outcome = await adapter.send(contract.connection(provider.baseUrl), {
        ...contract.message,
        content: { type: 'note', text: 'x', mentions: [] },
      });
      await provider.close();
      expect(outcome).toMatchObject({ kind: 'failed', failure: { class: 'permanent', reason: 'invalid_content' } });
      expect(provider.requests).toEqual([]);
    });

    it('reports the id of an accepted message', async () => {
      expect(await outcomeWhen(contract.accepted.answer)).toMatchObject({
        kind: 'accepted',
        providerMessageId: contract.accepted.providerMessageId,
      });
    });

    it('may try again when nobody listened', async () => {
      const provider = await startProvider(() => contract.accepted.answer);
      await provider.close();
      expect(await adapter.send(contract.connection(provider.baseUrl), contract.message)).toMatchObject({
        kind: 'failed',
        failure: { class: 'retry' },
      });
    });

    it('does not know what became of a request whose answer never came', async () => {
      expect(await outcomeWhen('hang-up')).toMatchObject({ kind: 'unknown' });
    });

    it('does not know what an unreadable success means', async () => {
      expect(await outcomeWhen({ status: 200, body: '<html>' })).toMatchObject({ kind: 'unknown' });
    });

    it.each([
      [500, 'retry'],
      [503, 'retry'],
      [429, 'retry_slower'],
      [401, 'account_blocked'],
    ] as const)('maps a bare HTTP %i to %s', async (status, kind) => {
      expect(await outcomeWhen({ status, body: 'no json' })).toMatchObject({
        kind: 'failed',
        failure: { class: kind },
      });
    });

    it('never tells a secret in an outcome', async () => {
      const { credentials } = contract.connection('http://127.0.0.1:1');
      for (const answer of ['hang-up', { status: 500, body: '{}' }] as const) {
        const told = JSON.stringify(await outcomeWhen(answer));
        for (const value of Object.values(credentials)) expect(told).not.toContain(value);
      }
    });
  });
}
