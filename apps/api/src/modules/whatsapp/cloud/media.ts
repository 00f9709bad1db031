import {
  type ChannelConnection,
  type FetchedMedia,
  type OutboundMessage,
  ProviderCallError,
  type RemoteMedia,
  type SendFailure,
} from '../../channels/index.js';
import type { GraphClient } from './client.js';
import type { GraphAnswer } from './graph-exchange.js';
import { asFilledText, asId, asNumber, asObject, type JsonObject } from './inbound/untrusted-json.js';
import { connectionFailure, httpFailure, refusal } from './map-error.js';
import { mayReceiveToken } from './media-host.js';
import { multipartFile } from './multipart-file.js';
import type { SendableMedia } from './outbound/media-body.js';

/** Uploads a file to the number's own store, where it stays 30 days. A lost upload is harmless: nothing was sent to anybody. */
export async function uploadMedia(
  client: GraphClient,
  connection: ChannelConnection,
  media: NonNullable<OutboundMessage['media']>,
): Promise<SendableMedia | { failure: SendFailure }> {
  const form = multipartFile({ messaging_product: 'whatsapp', type: media.contentType }, media);
  const answer = await client.upload(connection, `/${encodeURIComponent(connection.address)}/media`, form);
  if (!successful(answer)) return { failure: failureOf(answer) };
  const id = asId(asObject(answer.body)?.id);
  if (id === undefined)
    return { failure: { ...connectionFailure('no_media_id'), title: 'WhatsApp took the file without naming it.' } };
  return { id, fileName: media.fileName, contentType: media.contentType };
}

/** Asks for a fresh address, which lives five minutes, and opens it. A vanished address is asked for once more. */
export async function fetchMedia(
  client: GraphClient,
  connection: ChannelConnection,
  media: RemoteMedia,
): Promise<FetchedMedia> {
  const first = await openMedia(client, connection, media);
  if (first !== 'gone') return first;
  const second = await openMedia(client, connection, media);
  if (second !== 'gone') return second;
  throw new ProviderCallError(refusal('media_gone', 'WhatsApp does not keep this file any more.', 'media_rejected'));
}

async function openMedia(
  client: GraphClient,
  connection: ChannelConnection,
  media: RemoteMedia,
): Promise<FetchedMedia | 'gone'> {
  const answer = await client.get(connection, `/${encodeURIComponent(media.providerMediaId)}`, {
    phone_number_id: connection.address,
  });
  if (!successful(answer)) throw new ProviderCallError(failureOf(answer));
  const about = asObject(answer.body) ?? {};
  const url = mayReceiveToken(asFilledText(about.url) ?? '', connection.baseUrl);
  if (url === undefined)
    throw new ProviderCallError(
      refusal('media_host', 'WhatsApp named an address for this file that is not its own.', 'media_rejected'),
    );
  return download(client, connection, url, about, media);
}

async function download(
  client: GraphClient,
  connection: ChannelConnection,
  url: URL,
  about: JsonObject,
  media: RemoteMedia,
): Promise<FetchedMedia | 'gone'> {
  const response = await client.download(url, connection).catch(() => undefined);
  if (response === undefined) throw new ProviderCallError(connectionFailure('media_download'));
  if (response.statusCode !== 200) {
    await response.body.dump();
    if (response.statusCode === 404) return 'gone';
    throw new ProviderCallError(httpFailure(response.statusCode, undefined));
  }
  return {
    contentType: asFilledText(about.mime_type, 200) ?? media.contentType,
    size:
      asNumber(about.file_size) ??
      sizeOf(asFilledText(about.file_size, 20)) ??
      sizeOf(headerText(response.headers['content-length'])) ??
      null,
    sha256: asFilledText(about.sha256, 200) ?? media.sha256 ?? null,
    body: response.body,
  };
}

export function successful(answer: GraphAnswer): answer is Extract<GraphAnswer, { kind: 'answered' }> {
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}

/** Why a call without side effects failed; one whose answer was lost may simply be repeated. */
export function failureOf(answer: GraphAnswer): SendFailure {
  if (answer.kind === 'not_sent') return connectionFailure(answer.code, answer.retryAfterMs);
  if (answer.kind === 'lost') return connectionFailure(answer.reason);
  return httpFailure(answer.status, answer.body, headerText(answer.headers['retry-after']));
}

export function headerText(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

/** `file_size` is documented as text. */
function sizeOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
