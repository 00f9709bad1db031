import type { Referral } from '../../../channels/index.js';
import { asFilledText, asId, asObject, type JsonObject } from './untrusted-json.js';

const URL_LENGTH = 4000;

/** The ad or post a conversation began from. Ads in Status carry no click id. */
export function referralOf(source: JsonObject | undefined): Referral | undefined {
  if (source === undefined) return undefined;
  const sourceId = asId(source.source_id);
  const clickId = asId(source.ctwa_clid);
  const url = asFilledText(source.source_url, URL_LENGTH);
  if (sourceId === undefined && clickId === undefined && url === undefined) return undefined;
  const referral: Referral = { source: source.source_type === 'post' ? 'post' : 'ad', sourceId: sourceId ?? '' };
  if (url !== undefined) referral.url = url;
  const headline = asFilledText(source.headline, 1000);
  if (headline !== undefined) referral.headline = headline;
  const body = asFilledText(source.body, 4000);
  if (body !== undefined) referral.body = body;
  const mediaUrl =
    asFilledText(source.image_url, URL_LENGTH) ??
    asFilledText(source.video_url, URL_LENGTH) ??
    asFilledText(source.thumbnail_url, URL_LENGTH);
  if (mediaUrl !== undefined) referral.mediaUrl = mediaUrl;
  if (clickId !== undefined) referral.clickId = clickId;
  const welcomeText = asFilledText(asObject(source.welcome_message)?.text, 4000);
  if (welcomeText !== undefined) referral.welcomeText = welcomeText;
  return referral;
}
