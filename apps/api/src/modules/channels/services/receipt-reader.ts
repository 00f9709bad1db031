import { Injectable } from '@nestjs/common';
import { sameSecret } from '../../../platform/encryption/same-secret.js';
import type { WebhookDoor } from '../domain/channel-adapter.js';
import type { ChannelEvent } from '../domain/channel-event.js';
import { eventKey } from '../domain/event-key.js';
import type { ReceiptOutcome } from '../persistence/receipt-store.js';
import { ChannelRegistry } from './channel-registry.js';
import { Channels } from './channels.js';

export interface ReadReceipt {
  outcome: ReceiptOutcome;
  reason: string | null;
  events: readonly ChannelEvent[];
  facts: { key: string; channelId: string; ordinal: number }[];
}

/** Whose secret signed a body. The simulator signs whatever the people who play with it write, so it speaks for sandbox channels only. */
export type Proof = 'provider' | 'simulator';

interface DoorKnowledge {
  /** Each may prove a body. */
  secrets: ReadonlyMap<string, Proof>;
  /** Channel by the addresses that events name: the number or account itself, and the business account for facts about all of it. */
  owners: ReadonlyMap<string, string>;
  live: ReadonlySet<string>;
}

/** Proves bodies and reads what they tell, for the door as for a replay: the same bytes always give the same events in the same order. */
@Injectable()
export class ReceiptReader {
  private readonly known = new Map<string, { channels: unknown; knowledge: DoorKnowledge }>();

  constructor(
    private readonly registry: ChannelRegistry,
    private readonly channels: Channels,
  ) {}

  /** Undefined when no channel of this door has the secret that signed these bytes. */
  async proofOf(
    doorName: WebhookDoor['name'],
    webhook: { raw: Buffer; headers: Readonly<Record<string, string | string[] | undefined>>; url: string },
  ): Promise<Proof | undefined> {
    const door = this.registry.door(doorName);
    const { secrets } = await this.knowledge(doorName);
    let proven: Proof | undefined;
    for (const [secret, proof] of secrets)
      proven =
        (door.verify({ raw: webhook.raw, headers: webhook.headers, url: webhook.url, secret }) ? proof : undefined) ??
        proven;
    return proven;
  }

  /** Whether whoever signed may tell these facts. */
  async covers(doorName: WebhookDoor['name'], proof: Proof, facts: ReadReceipt['facts']): Promise<boolean> {
    if (proof === 'provider') return true;
    const { live } = await this.knowledge(doorName);
    return !facts.some(({ channelId }) => live.has(channelId));
  }

  /** True when this is the verify token of any channel of the door. */
  async knowsVerifyToken(doorName: WebhookDoor['name'], token: string): Promise<boolean> {
    const known = await this.channels.connections(this.registry.door(doorName).kinds);
    return known.some(({ connection: { credentials } }) => {
      const own = credentials['verifyToken'];
      return Boolean(own) && sameSecret(token, own ?? '');
    });
  }

  async read(doorName: WebhookDoor['name'], raw: Buffer, receivedAt: Date): Promise<ReadReceipt> {
    const translated = this.translate(doorName, raw, receivedAt);
    if (translated.kind === 'not_understood')
      return { outcome: 'not_understood', reason: translated.reason, events: [], facts: [] };
    const { owners } = await this.knowledge(doorName);
    const facts = translated.events.flatMap((event, ordinal) => {
      const channelId = owners.get(event.address);
      return channelId ? [{ key: eventKey(channelId, event.dedupeKey), channelId, ordinal }] : [];
    });
    const lost = translated.events.length - facts.length;
    if (lost === 0) return { outcome: 'accepted', reason: null, events: translated.events, facts };
    const strangers = [
      ...new Set(translated.events.map(({ address }) => address).filter((address) => !owners.has(address))),
    ];
    return {
      outcome: 'unknown_channel',
      reason: `not configured here: ${strangers.slice(0, 5).join(', ').slice(0, 300)}`,
      events: translated.events,
      facts,
    };
  }

  /** The events of stored bytes, in the order in which they were numbered. */
  events(doorName: WebhookDoor['name'], raw: Buffer, receivedAt: Date): ChannelEvent[] {
    const translated = this.translate(doorName, raw, receivedAt);
    return translated.kind === 'translated' ? translated.events : [];
  }

  private translate(doorName: WebhookDoor['name'], raw: Buffer, receivedAt: Date) {
    const kind = this.registry.door(doorName).kinds[0];
    if (!kind) return { kind: 'not_understood' as const, reason: 'no channel kind for this door' };
    let body: unknown;
    try {
      body = JSON.parse(raw.toString('utf8'));
    } catch {
      return {
        kind: 'not_understood' as const,
        reason: raw.length === 0 ? 'the body is empty' : 'the body is not JSON',
      };
    }
    return this.registry.adapter(kind).translate(body, receivedAt);
  }

  /** Gathered once for each state of the channels, since every webhook asks for it. */
  private async knowledge(doorName: WebhookDoor['name']): Promise<DoorKnowledge> {
    const channels = await this.channels.snapshot();
    const kept = this.known.get(doorName);
    if (kept?.channels === channels) return kept.knowledge;
    const knowledge = this.gather(doorName, await this.channels.connections(this.registry.door(doorName).kinds));
    this.known.set(doorName, { channels, knowledge });
    return knowledge;
  }

  private gather(doorName: WebhookDoor['name'], known: Awaited<ReturnType<Channels['connections']>>): DoorKnowledge {
    const { secretName } = this.registry.door(doorName);
    const secrets = new Map<string, Proof>();
    for (const { card, connection } of known) {
      const secret = connection.credentials[secretName];
      if (secret && secrets.get(secret) !== 'provider') secrets.set(secret, card.sandbox ? 'simulator' : 'provider');
    }
    const owners = new Map<string, string>();
    for (const { card } of known)
      if (card.accountId && !owners.has(card.accountId)) owners.set(card.accountId, card.id);
    for (const { card } of known) owners.set(card.address, card.id);
    return { secrets, owners, live: new Set(known.filter(({ card }) => !card.sandbox).map(({ card }) => card.id)) };
  }
}
