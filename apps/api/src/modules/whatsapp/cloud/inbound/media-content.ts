import type { MediaContent, MediaType } from '../../../channels/index.js';
import { asFilledText, asId, type JsonObject } from './untrusted-json.js';

/** Without an id there is nothing to fetch (over 100 MB, or withheld), so the caller shows a placeholder. */
export function mediaContent(type: MediaType, source: JsonObject | undefined): MediaContent | undefined {
  const providerMediaId = asId(source?.id);
  if (source === undefined || providerMediaId === undefined) return undefined;
  const remote: MediaContent['remote'] = {
    providerMediaId,
    contentType: asFilledText(source.mime_type, 200) ?? 'application/octet-stream',
  };
  const sha256 = asFilledText(source.sha256, 200);
  if (sha256 !== undefined) remote.sha256 = sha256;
  const url = asFilledText(source.url, 4000);
  if (url !== undefined) remote.url = url;
  const content: MediaContent = { type, remote };
  const caption = asFilledText(source.caption);
  if (caption !== undefined) content.caption = caption;
  const fileName = asFilledText(source.filename, 255);
  if (fileName !== undefined) content.fileName = fileName;
  if (source.voice === true) content.voice = true;
  if (source.animated === true) content.animated = true;
  return content;
}
