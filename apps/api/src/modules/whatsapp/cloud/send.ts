import type { ChannelConnection, OutboundMessage, SendFailure, SendOutcome } from '../../channels/index.js';
import { buildOutbound } from './build-outbound.js';
import { whatsappCloudCapabilities } from './capabilities.js';
import type { GraphClient } from './client.js';
import type { GraphAnswer } from './graph-exchange.js';
import { asFilledText, asId, asList, asObject } from './inbound/untrusted-json.js';
import { connectionFailure, httpFailure, refusal } from './map-error.js';
import { headerText, uploadMedia } from './media.js';
import type { SendableMedia } from './outbound/media-body.js';

const PAUSED = 'held_for_quality_assessment';

/** Checks, uploads what must be uploaded, sends once. Only an answer decides: a request whose answer was lost is `unknown`. */
export async function sendMessage(
  client: GraphClient,
  connection: ChannelConnection,
  message: OutboundMessage,
): Promise<SendOutcome> {
  const checked = buildOutbound(
    message,
    message.media === undefined
      ? undefined
      : { id: 'upload', fileName: message.media.fileName, contentType: message.media.contentType },
  );
  if (!checked.ok) return { kind: 'failed', failure: checked.failure };
  const media = await mediaFor(client, connection, message);
  if (media !== undefined && 'failure' in media) return { kind: 'failed', failure: media.failure };
  const request = media === undefined ? checked : buildOutbound(message, media);
  if (!request.ok) return { kind: 'failed', failure: request.failure };
  return outcomeOf(await client.post(connection, `/${encodeURIComponent(connection.address)}/messages`, request.body));
}

export function outcomeOf(answer: GraphAnswer): SendOutcome {
  if (answer.kind === 'not_sent')
    return { kind: 'failed', failure: connectionFailure(answer.code, answer.retryAfterMs) };
  if (answer.kind === 'lost') return { kind: 'unknown', reason: answer.reason };
  if (answer.status >= 200 && answer.status < 300) return accepted(answer.body);
  const error = asObject(asObject(answer.body)?.error);
  if (answer.status === 504 && error === undefined) return { kind: 'unknown', reason: 'gateway_timeout' };
  return {
    kind: 'failed',
    failure: httpFailure(answer.status, answer.body, headerText(answer.headers['retry-after'])),
  };
}

function accepted(body: unknown): SendOutcome {
  const answer = asObject(body);
  const message = asObject(asList(answer?.messages)[0]);
  const providerMessageId = asId(message?.id);
  if (providerMessageId === undefined) return { kind: 'unknown', reason: 'accepted_without_id' };
  const contact = asObject(asList(answer?.contacts)[0]);
  const recipientId = asFilledText(contact?.wa_id, 200) ?? asFilledText(contact?.user_id, 200);
  return {
    kind: 'accepted',
    providerMessageId,
    ...(recipientId === undefined ? {} : { recipientId }),
    ...(message?.message_status === PAUSED ? { paced: true } : {}),
  };
}

async function mediaFor(
  client: GraphClient,
  connection: ChannelConnection,
  message: OutboundMessage,
): Promise<SendableMedia | { failure: SendFailure } | undefined> {
  if (message.media === undefined) return undefined;
  const refused = unfitMedia(message);
  return refused === undefined ? uploadMedia(client, connection, message.media) : { failure: refused };
}

/** Said before a long upload instead of after it. */
function unfitMedia({ content, media }: OutboundMessage): SendFailure | undefined {
  const limits = whatsappCloudCapabilities.media;
  const limit = content.type in limits ? limits[content.type as keyof typeof limits] : undefined;
  if (limit === undefined || media === undefined) return undefined;
  if (media.size > limit.maxBytes)
    return refusal(
      'media_too_large',
      `WhatsApp takes at most ${Math.floor(limit.maxBytes / 1024)} KB for this kind of file.`,
      'media_rejected',
    );
  const contentType = media.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (limit.contentTypes.includes(contentType)) return undefined;
  return refusal(
    'media_type',
    `WhatsApp does not take files of type ${contentType} as ${content.type}.`,
    'media_rejected',
  );
}
