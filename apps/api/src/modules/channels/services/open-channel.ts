import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { AuditTrail, type Principal } from '../../auth/index.js';
import { channelExists, noSimulator } from '../channels.errors.js';
import type { AssistantMode } from '../persistence/channel.entity.js';
import { ChannelSetup } from './channel-setup.js';

const META_GRAPH = 'https://graph.facebook.com';

export interface WantedChannel {
  name: string;
  phoneNumberId: string;
  businessAccountId: string;
  displayAddress?: string | null;
  country: string;
  sandbox?: boolean;
  assistantMode?: AssistantMode;
  teamId?: string | null;
  rate?: number;
  credentials: { accessToken: string; appSecret: string; verifyToken?: string };
}

/** An administrator connects a number. Addresses of providers come from the configuration, never from a request. */
@Injectable()
export class OpenChannel {
  constructor(
    private readonly setup: ChannelSetup,
    private readonly audit: AuditTrail,
    private readonly transaction: Transaction,
    private readonly config: Config,
  ) {}

  /** `verifyToken` is told this once, when it was made here. @throws channel_exists */
  async open(by: Principal, wanted: WantedChannel): Promise<{ id: string; verifyToken: string | null }> {
    const made = wanted.credentials.verifyToken === undefined ? randomBytes(16).toString('hex') : null;
    const { accessToken, appSecret, verifyToken = made ?? '' } = wanted.credentials;
    return this.transaction.run(async () => {
      const opened = await this.setup.make({
        kind: 'whatsapp_cloud',
        name: wanted.name,
        address: wanted.phoneNumberId,
        accountId: wanted.businessAccountId,
        displayAddress: wanted.displayAddress ?? null,
        baseUrl: this.baseUrl(wanted.sandbox),
        credentials: { accessToken, appSecret, verifyToken },
        country: wanted.country,
        assistantMode: wanted.assistantMode ?? 'off',
        teamId: wanted.teamId ?? null,
        ...(wanted.rate !== undefined && { rate: wanted.rate }),
      });
      if (!opened) throw channelExists();
      await this.audit.record(by, 'channel.opened', { type: 'channel', id: opened.id }, { kind: 'whatsapp_cloud' });
      return { id: opened.id, verifyToken: made };
    });
  }

  private baseUrl(sandbox: boolean | undefined): string {
    if (sandbox === undefined) return this.config.whatsappGraphUrl;
    if (!sandbox)
      return this.config.whatsappGraphUrl === this.config.simulatorUrl ? META_GRAPH : this.config.whatsappGraphUrl;
    if (this.config.simulatorUrl === null) throw noSimulator();
    return this.config.simulatorUrl;
  }
}
