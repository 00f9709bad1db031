import { request, type Dispatcher } from 'undici';

export interface ClickResult {
  /** HTTP status of the product's answer; 0: none. */
  status: number;
  /** Where the phone would go next; WhatsApp itself is never opened. */
  location: string | null;
  /** The business number of the chat that opens, digits. */
  phone: string | null;
  /** The message that WhatsApp would have ready. */
  text: string | null;
}

const BROWSER = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8',
  'accept-language': 'es-EC,es;q=0.9',
  'upgrade-insecure-requests': '1',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
};
const HOPS = 3;
const TO_WHATSAPP = /(?:https:\/\/(?:wa\.me|api\.whatsapp\.com)\/|whatsapp:\/\/send)[^\s"'<>]*/;

/**
 * Opens a tracked link as a phone's browser does, up to the door of WhatsApp. Whatever host the link names, the product is asked
 * for its path: nothing else on the network can be reached from here.
 */
export async function clickLink(
  targetUrl: string,
  link: string,
  headers: Record<string, string> = {},
): Promise<ClickResult> {
  let path = pathOf(link, targetUrl);
  if (path === undefined) return { status: 0, location: null, phone: null, text: null };
  for (let hop = 0; ; hop++) {
    const answer: Dispatcher.ResponseData = await request(new URL(path, targetUrl), {
      headers: { ...BROWSER, ...headers },
      headersTimeout: 10_000,
      bodyTimeout: 10_000,
    });
    const body = await answer.body.text();
    const header = answer.headers.location;
    const location: string | null =
      (Array.isArray(header) ? header[0] : header) ?? TO_WHATSAPP.exec(body.replaceAll('&amp;', '&'))?.[0] ?? null;
    const chat = location === null ? undefined : prefilledChat(location);
    if (chat !== undefined) return { status: answer.statusCode, location, ...chat };
    const next: string | undefined = location === null ? undefined : pathOf(location, targetUrl, true);
    if (next === undefined || hop === HOPS) return { status: answer.statusCode, location, phone: null, text: null };
    path = next;
  }
}

/** The chat that an address of WhatsApp opens; undefined: it is none. */
export function prefilledChat(location: string): { phone: string | null; text: string | null } | undefined {
  if (!TO_WHATSAPP.test(location) || !URL.canParse(location)) return undefined;
  const url = new URL(location);
  const digits = (url.searchParams.get('phone') ?? url.pathname).replace(/\D/g, '');
  return { phone: digits === '' ? null : digits, text: url.searchParams.get('text') };
}

function pathOf(link: string, targetUrl: string, ownOnly = false): string | undefined {
  if (!URL.canParse(link, targetUrl)) return undefined;
  const url = new URL(link, targetUrl);
  if (!/^https?:$/.test(url.protocol) || (ownOnly && url.origin !== new URL(targetUrl).origin)) return undefined;
  // A path of two slashes would name another host.
  return `/${url.pathname.replace(/^\/+/, '')}${url.search}`;
}
