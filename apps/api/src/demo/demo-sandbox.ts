import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { type ChannelCard, Channels, ChannelSetup } from '../modules/channels/index.js';

const SANDBOX_NUMBER = '100200300';
const SANDBOX_NUMBER_WHEN_TAKEN = '100200301';
const SANDBOX_ACCOUNT = '900800700';

@Injectable()
export class DemoSandbox {
  constructor(
    private readonly channels: Channels,
    private readonly setup: ChannelSetup,
    private readonly config: Config,
  ) {}

  /** The sandbox channel that stands on the simulator; undefined when there is no simulator. */
  async open(teamId: string): Promise<ChannelCard | undefined> {
    if (!this.config.simulatorUrl) return undefined;
    const taken = (await this.channels.list()).some((channel) => channel.address === SANDBOX_NUMBER);
    return this.setup.ensure({
      kind: 'whatsapp_cloud',
      name: 'WhatsApp de prueba',
      address: taken ? SANDBOX_NUMBER_WHEN_TAKEN : SANDBOX_NUMBER,
      accountId: SANDBOX_ACCOUNT,
      displayAddress: '+593990000001',
      baseUrl: this.config.simulatorUrl,
      credentials: {
        appSecret: this.config.secrets.whatsappAppSecret,
        verifyToken: this.config.secrets.whatsappVerifyToken,
        accessToken: 'simulator-token',
      },
      country: 'EC',
      assistantMode: 'auto',
      teamId,
    });
  }
}
