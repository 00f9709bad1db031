import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Config } from '../../../platform/config/config.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import type { ChannelKind } from '../domain/channel-event.js';
import type { AssistantMode } from '../persistence/channel.entity.js';
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
    const card = await this.transaction.run(async () => {
      const known = await this.repository.byAddress(channel.kind, channel.address);
      if (known) return cardOf(known);
      const now = this.clock.now();
      const { credentials, rate, ...fields } = channel;
      const row = {
        ...fields,
        id: newId(),
        credentials: this.encryption.encrypt(JSON.stringify(credentials)),
        sandbox: this.isSandbox(channel.baseUrl),
        active: true,
        rate: rate ?? this.channels.defaultRate(channel.kind),
        health: 'healthy' as const,
        healthReason: null,
        healthSince: now,
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      await this.repository.insert(row);
      return cardOf((await this.repository.byAddress(channel.kind, channel.address)) ?? row);
    });
    this.channels.forget();
    return card;
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

  private isSandbox(baseUrl: string): boolean {
    return this.config.simulatorUrl !== null && new URL(baseUrl).origin === new URL(this.config.simulatorUrl).origin;
  }
}
