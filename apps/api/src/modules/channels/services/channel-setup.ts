import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Config } from '../../../platform/config/config.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import type { ChannelKind } from '../domain/channel-event.js';
import type { AssistantMode, ChannelEntity } from '../persistence/channel.entity.js';
import { ChannelRepository } from '../persistence/channel.repository.js';
import { type ChannelCard, Channels, cardOf } from './channels.js';

export interface NewChannel {
  kind: ChannelKind;
  name: string;
  address: string;
  accountId: string | null;
  displayAddress: string | null;
  baseUrl: string;
  credentials: Record<string, string>;
  country: string;
  assistantMode: AssistantMode;
  teamId: string | null;
  rate?: number;
}

/** Makes channels: from the environment at the first start, for the demo, or by an administrator. */
@Injectable()
export class ChannelSetup {
  constructor(
    private readonly repository: ChannelRepository,
    private readonly channels: Channels,
    private readonly encryption: Encryption,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The existing one when this address is known already. */
  async ensure(channel: NewChannel): Promise<ChannelCard> {
    return this.transaction.run(
      async () => (await this.known(channel)) ?? (await this.make(channel)) ?? this.madeElsewhere(channel),
    );
  }

  /** Undefined when this address is a channel already, also one that was made at this very moment. */
  async make(channel: NewChannel): Promise<ChannelCard | undefined> {
    const row = this.rowOf(channel);
    const made = await this.repository.insert(row);
    // The work around it must know the channel at once; and what others read before it was durable is forgotten again.
    this.channels.forget();
    this.transaction.afterCommit(() => this.channels.forget());
    return made ? cardOf(row) : undefined;
  }

  /** The channel that the environment describes, with ISAC off; undefined when it describes none. */
  async seedFromEnvironment(country: string, teamId: string | null): Promise<ChannelCard | undefined> {
    const seed = this.config.whatsappSeed;
    if (!seed) return undefined;
    return this.ensure({
      kind: 'whatsapp_cloud',
      name: 'WhatsApp',
      address: seed.phoneNumberId,
      accountId: seed.businessAccountId,
      displayAddress: seed.displayNumber,
      baseUrl: this.config.whatsappGraphUrl,
      credentials: {
        appSecret: seed.appSecret ?? this.config.secrets.whatsappAppSecret,
        verifyToken: seed.verifyToken ?? this.config.secrets.whatsappVerifyToken,
        accessToken: seed.accessToken ?? 'simulator-token',
      },
      country,
      assistantMode: 'off',
      teamId,
    });
  }

  private async known({ kind, address }: NewChannel): Promise<ChannelCard | undefined> {
    const row = await this.repository.byAddress(kind, address);
    return row ? cardOf(row) : undefined;
  }

  private async madeElsewhere(channel: NewChannel): Promise<ChannelCard> {
    const card = await this.known(channel);
    if (!card) throw new Error(`the channel ${channel.address} can neither be made nor found`);
    return card;
  }

  private rowOf({ credentials, rate, ...fields }: NewChannel): ChannelEntity {
    const now = this.clock.now();
    return {
      ...fields,
      id: newId(),
      credentials: this.encryption.encrypt(JSON.stringify(credentials)),
      sandbox: this.isSandbox(fields.baseUrl),
      active: true,
      rate: rate ?? this.channels.defaultRate(fields.kind),
      health: 'healthy',
      healthReason: null,
      healthSince: now,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
  }

  private isSandbox(baseUrl: string): boolean {
    return this.config.simulatorUrl !== null && new URL(baseUrl).origin === new URL(this.config.simulatorUrl).origin;
  }
}
