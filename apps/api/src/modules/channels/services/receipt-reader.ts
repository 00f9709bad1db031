import { Injectable } from '@nestjs/common';
import type { WebhookDoor } from '../domain/channel-adapter.js';
import type { ChannelEvent } from '../domain/channel-event.js';
import { eventKey } from '../domain/event-key.js';
import type { ReceiptOutcome } from '../persistence/receipt-store.js';
import { ChannelRegistry } from './channel-registry.js';
import { Channels } from './channels.js';

export interface ReadReceipt {
  outcome: ReceiptOutcome;
  reason: string | null;
  events: number;
  facts: { key: string; channelId: string; ordinal: number }[];
}

/** Proves bodies and reads what they tell, for the door as for a replay: the same bytes always give the same events in the same order. */
@Injectable()
export class ReceiptReader {
  constructor(
    private readonly registry: ChannelRegistry,
    private readonly channels: Channels,
  ) {}

  /** True when any channel of this door has the secret that signed these bytes. */
  async proves(doorName: WebhookDoor['name'], webhook: { raw: Buffer; headers: Readonly<Record<string, string | string[] | undefined>>; url: string }): Promise<boolean> {
    const door = this.registry.door(doorName);
    const known = await this.channels.connections(door.kinds);
    const secrets = new Set(known.map(({ connection }) => connection.credentials[door.secretName]).filter((secret): secret is string => Boolean(secret)));
    let proven = false;
    for (const secret of secrets) proven = door.verify({ ...webhook, secret }) || proven;
    return proven;
  }

  /** True when this is the verify token of any channel of the door. */
  async knowsVerifyToken(doorName: WebhookDoor['name'], token: string): Promise<boolean> {
    const known = await this.channels.connections(this.registry.door(doorName).kinds);
    return known.some(({ connection }) => Boolean(connection.credentials['verifyToken']) && connection.credentials['verifyToken'] === token);
  }

  async read(doorName: WebhookDoor['name'], raw: Buffer, receivedAt: Date): Promise<ReadReceipt> {
    const translated = this.translate(doorName, raw, receivedAt);
    if (translated.kind === 'not_understood') return { outcome: 'not_understood', reason: translated.reason, events: 0, facts: [] };
    const owners = await this.owners(doorName);
    const facts = translated.events.flatMap((event, ordinal) => {
      const channelId = owners.get(event.address);
      return channelId ? [{ key: eventKey(channelId, event.dedupeKey), channelId, ordinal }] : [];
    });
    const lost = translated.events.length - facts.length;
    if (lost === 0) return { outcome: 'accepted', reason: null, events: translated.events.length, facts };
    const strangers = [...new Set(translated.events.map(({ address }) => address).filter((address) => !owners.has(address)))];
    return { outcome: 'unknown_channel', reason: `not configured here: ${strangers.slice(0, 5).join(', ').slice(0, 300)}`, events: translated.events.length, facts };
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
      return { kind: 'not_understood' as const, reason: raw.length === 0 ? 'the body is empty' : 'the body is not JSON' };
    }
    return this.registry.adapter(kind).translate(body, receivedAt);
  }

  /** Channel by the addresses that events name: the number or account itself, and the business account for facts about all of it. */
  private async owners(doorName: WebhookDoor['name']): Promise<Map<string, string>> {
    const known = await this.channels.connections(this.registry.door(doorName).kinds);
    const owners = new Map<string, string>();
    for (const { card } of known) if (card.accountId && !owners.has(card.accountId)) owners.set(card.accountId, card.id);
    for (const { card } of known) owners.set(card.address, card.id);
    return owners;
  }
}
