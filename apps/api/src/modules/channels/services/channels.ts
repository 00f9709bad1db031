import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/http/domain-error.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import type { ChannelAdapter, ChannelConnection } from '../domain/channel-adapter.js';
import type { ChannelKind } from '../domain/channel-event.js';
import type { AssistantMode, ChannelEntity, ChannelHealth } from '../persistence/channel.entity.js';
import { ChannelRepository } from '../persistence/channel.repository.js';
import { ChannelRegistry } from './channel-registry.js';

/** A channel without its secrets. */
export interface ChannelCard {
  id: string;
  kind: ChannelKind;
  name: string;
  address: string;
  accountId: string | null;
  displayAddress: string | null;
  sandbox: boolean;
  active: boolean;
  rate: number;
  assistantMode: AssistantMode;
  teamId: string | null;
  health: { state: ChannelHealth; reason: string | null; since: Date | null };
  country: string;
  createdAt: Date;
  version: number;
}

interface Known {
  card: ChannelCard;
  connection: ChannelConnection;
}

/** Another process may have changed a channel: what is known here is believed this long. */
const BELIEVED_MS = 2000;

/** The channels of the business, by id and by address, kept in memory for the hot paths. */
@Injectable()
export class Channels {
  private known: Promise<Map<string, Known>> | undefined;
  private readAt = 0;

  constructor(
    private readonly repository: ChannelRepository,
    private readonly encryption: Encryption,
    private readonly registry: ChannelRegistry,
  ) {}

  async list(): Promise<ChannelCard[]> {
    return [...(await this.all()).values()].map(({ card }) => card);
  }

  async find(id: string): Promise<ChannelCard | undefined> {
    return (await this.all()).get(id)?.card;
  }

  /** Changes its identity whenever anything about the channels was read anew: for what is derived from them. */
  snapshot(): Promise<object> {
    return this.all();
  }

  async anySandbox(): Promise<boolean> {
    return (await this.list()).some((card) => card.sandbox && card.active);
  }

  /** True when the clock may be moved: every active channel is a sandbox. */
  async allSandbox(): Promise<boolean> {
    const active = (await this.list()).filter((card) => card.active);
    return active.length > 0 && active.every((card) => card.sandbox);
  }

  /** What it takes to speak for a channel. @throws not_found */
  async connect(id: string): Promise<{ adapter: ChannelAdapter; connection: ChannelConnection; card: ChannelCard }> {
    const found = (await this.all()).get(id);
    if (!found) throw notFound('channel');
    return { adapter: this.registry.adapter(found.card.kind), ...found };
  }

  /** Active channels of these kinds with their connections: whose secret may prove a body, and whose address an event names. */
  async connections(kinds: readonly ChannelKind[]): Promise<Known[]> {
    return [...(await this.all()).values()].filter(({ card }) => card.active && kinds.includes(card.kind));
  }

  /** Messages a second that a new channel of this kind starts with. */
  defaultRate(kind: ChannelKind): number {
    return this.registry.adapter(kind).capabilities.defaultRate;
  }

  forget(): void {
    this.known = undefined;
  }

  private all(): Promise<Map<string, Known>> {
    if (!this.known || Date.now() - this.readAt > BELIEVED_MS) {
      this.readAt = Date.now();
      const before = this.known;
      const next = this.read();
      // While the database is away, what was known still proves signatures; the door then answers 503, not 401.
      this.known = next.catch((error: unknown) => {
        if (before) return before;
        this.known = undefined;
        throw error;
      });
    }
    return this.known;
  }

  private async read(): Promise<Map<string, Known>> {
    const rows = await this.repository.all();
    return new Map(rows.map((row) => [row.id, { card: cardOf(row), connection: this.connectionOf(row) }]));
  }

  private connectionOf(row: ChannelEntity): ChannelConnection {
    const credentials = JSON.parse(this.encryption.decrypt(row.credentials)) as Record<string, string>;
    return {
      channelId: row.id,
      kind: row.kind,
      address: row.address,
      accountId: row.accountId,
      country: row.country,
      baseUrl: row.baseUrl,
      credentials,
    };
  }
}

export const cardOf = (row: ChannelEntity): ChannelCard => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  address: row.address,
  accountId: row.accountId,
  displayAddress: row.displayAddress,
  sandbox: row.sandbox,
  active: row.active,
  rate: row.rate,
  assistantMode: row.assistantMode,
  teamId: row.teamId,
  health: { state: row.health, reason: row.healthReason, since: row.healthSince },
  country: row.country,
  createdAt: row.createdAt,
  version: row.version,
});
