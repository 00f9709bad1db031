import { isbot } from 'isbot';

/** A person, a crawler, whoever draws a link's preview in a chat, or a browser that loads ahead of its user. */
export type VisitorKind = 'human' | 'bot' | 'preview' | 'prefetch';

export interface VisitorRequest {
  method: string;
  userAgent: string | undefined;
  /** `Sec-Purpose`, `Purpose`, `X-Purpose` and `X-Moz`, as sent. */
  purposes: readonly (string | undefined)[];
}

const LONGEST_AGENT = 512;

// In-app browsers carry the same brand names (`Instagram 337…`, `[Pinterest/iOS]`, `Snapchat/12…`): those are people.
const PREVIEW =
  /^WhatsApp\/|facebookexternalhit|facebookcatalog|Facebot|meta-external(?:agent|fetcher)|TelegramBot|Slackbot|Slack-ImgProxy|Twitterbot|LinkedInBot|Discordbot|SkypeUriPreview|Microsoft ?Teams|Pinterestbot|Pinterest\/0|^Viber\/|vkShare|redditbot|Snap URL Preview|Mastodon\/|Bluesky Cardyb|Embedly|Iframely|kakaotalk-scrap|Google-PageRenderer|^Signal\/|ZaloPC-preview|BitlyBot/i;
const AHEAD = /prefetch|prerender|preview/i;

export function classifyVisitor({ method, userAgent, purposes }: VisitorRequest): VisitorKind {
  const agent = userAgent?.trim().slice(0, LONGEST_AGENT) ?? '';
  if (PREVIEW.test(agent)) return 'preview';
  if (purposes.some((purpose) => purpose !== undefined && AHEAD.test(purpose.slice(0, 100)))) return 'prefetch';
  if (method !== 'GET' || agent === '' || isbot(agent)) return 'bot';
  return 'human';
}

const FAMILIES: readonly (readonly [string, RegExp])[] = [
  ['facebook', /FBAN|FBAV|FB_IAB/],
  ['instagram', /\bInstagram \d/],
  ['tiktok', /BytedanceWebview|musical_ly|trill_/],
  ['whatsapp', /WhatsApp/],
  ['samsung', /SamsungBrowser/],
  ['opera', /OPR\/|Opera/],
  ['edge', /Edg(?:e|A|iOS)?\//],
  ['firefox', /Firefox\/|FxiOS\//],
  ['chrome', /Chrome\/|CriOS\//],
  ['safari', /Safari\/|AppleWebKit/],
];

/** The browser's or app's brand, without version or device. */
export const agentFamily = (userAgent: string | undefined): string =>
  FAMILIES.find(([, pattern]) => pattern.test((userAgent ?? '').slice(0, LONGEST_AGENT)))?.[0] ?? 'other';
