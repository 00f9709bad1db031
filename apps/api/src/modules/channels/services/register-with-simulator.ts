import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../../../platform/config/config.js';
import { type ChannelCard, Channels } from './channels.js';

const TRY_AGAIN_MS = 3000;
const PATIENCE_MS = 2000;
/** As the demo names its own. */
const DEMO_NAME = 'WhatsApp de prueba';

type Candidate = Pick<ChannelCard, 'id' | 'name' | 'assistantMode'>;

/** The sandbox channel that customers of the simulator write to when they name none: the demo's own, by name, else one that the assistant answers. */
export function demoChannel<T extends Candidate>(sandboxes: readonly T[]): T | undefined {
  return (
    sandboxes.find(({ name }) => name === DEMO_NAME) ?? sandboxes.find(({ assistantMode }) => assistantMode === 'auto')
  );
}

/** Introduces every sandbox channel to the simulator, so that it accepts its number and signs with its secret. */
@Injectable()
export class RegisterWithSimulator implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('simulator');
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly channels: Channels,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.servesHttp && this.config.simulatorUrl !== null) this.soon();
  }

  onApplicationShutdown(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  /** Introduces them now, and again until the simulator has answered: it may start later than this process. */
  soon(): void {
    clearTimeout(this.timer);
    this.register().catch((error: unknown) => {
      this.logger.debug(`not reached: ${error instanceof Error ? error.message : String(error)}`);
      if (this.closed) return;
      this.timer = setTimeout(() => this.soon(), TRY_AGAIN_MS);
      this.timer.unref();
    });
  }

  /** @throws when the simulator does not answer */
  async register(): Promise<void> {
    const { simulatorUrl, publicUrl } = this.config;
    if (simulatorUrl === null) return;
    const sandboxes = (await this.channels.connections(['whatsapp_cloud'])).filter(({ card }) => card.sandbox);
    const primary = demoChannel(sandboxes.map(({ card }) => card));
    for (const { card, connection } of sandboxes) {
      const { appSecret, accessToken, verifyToken } = connection.credentials;
      const answer = await fetch(new URL('/control/channels', simulatorUrl), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          phoneNumberId: card.address,
          wabaId: card.accountId,
          displayNumber: card.displayAddress,
          name: card.name,
          appSecret,
          accessToken,
          verifyToken,
          webhookUrl: `${publicUrl}/webhooks/whatsapp`,
          primary: card.id === primary?.id,
        }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (answer.status >= 500) throw new Error(`the simulator answered ${answer.status}`);
      if (!answer.ok) this.logger.warn(`the simulator refused ${card.name}: ${answer.status}`);
    }
  }
}
