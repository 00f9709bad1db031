import {
  type ChannelAdapter,
  type ChannelConnection,
  type FetchedMedia,
  type OutboundMessage,
  ProviderCallError,
  type RemoteMedia,
  type RemoteTemplate,
  type SendOutcome,
  type Translation,
} from '../../channels/index.js';
import { buildReadMark } from './build-outbound.js';
import { whatsappCloudCapabilities } from './capabilities.js';
import { GraphClient } from './client.js';
import { asFilledText, asObject } from './inbound/untrusted-json.js';
import { failureOf, fetchMedia, successful } from './media.js';
import { sendMessage } from './send.js';
import { listTemplates } from './templates.js';
import { translateInbound } from './translate-inbound.js';

/** Meta's WhatsApp Business Cloud API. Credentials: `accessToken` for calls, `appSecret` and `verifyToken` for the door. */
export class WhatsappCloudAdapter implements ChannelAdapter {
  readonly kind = 'whatsapp_cloud';
  readonly capabilities = whatsappCloudCapabilities;

  constructor(private readonly client: GraphClient = new GraphClient()) {}

  translate(body: unknown, receivedAt: Date): Translation {
    return translateInbound(body, receivedAt);
  }

  send(connection: ChannelConnection, message: OutboundMessage): Promise<SendOutcome> {
    return sendMessage(this.client, connection, message);
  }

  async markRead(connection: ChannelConnection, providerMessageId: string, typing: boolean): Promise<void> {
    const answer = await this.client.post(
      connection,
      `/${encodeURIComponent(connection.address)}/messages`,
      buildReadMark(providerMessageId, typing),
    );
    if (!successful(answer)) throw new ProviderCallError(failureOf(answer));
  }

  fetchMedia(connection: ChannelConnection, media: RemoteMedia): Promise<FetchedMedia> {
    return fetchMedia(this.client, connection, media);
  }

  listTemplates(connection: ChannelConnection): Promise<RemoteTemplate[]> {
    return listTemplates(this.client, connection);
  }

  async check(connection: ChannelConnection): Promise<{ healthy: boolean; detail: string }> {
    const answer = await this.client.get(connection, `/${encodeURIComponent(connection.address)}`, {
      fields: 'display_phone_number,verified_name,quality_rating',
    });
    if (!successful(answer)) {
      const { title, details } = failureOf(answer);
      return { healthy: false, detail: details === undefined ? title : `${title} (${details})` };
    }
    const number = asObject(answer.body);
    const parts = [number?.display_phone_number, number?.verified_name].flatMap(
      (part) => asFilledText(part, 200) ?? [],
    );
    return { healthy: true, detail: parts.length === 0 ? 'The number answers.' : parts.join(', ') };
  }

  close(): Promise<void> {
    return this.client.close();
  }
}
