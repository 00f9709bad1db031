export interface OriginHeaders {
  'sec-fetch-site'?: string | undefined;
  origin?: string | undefined;
  host?: string | undefined;
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

export const isSafeMethod = (method: string): boolean => SAFE_METHODS.includes(method.toUpperCase());

/**
 * Whether a write that a browser's cookie would authorise comes from our own pages. Every browser says so, by
 * `Sec-Fetch-Site` or at least by `Origin`; a program that sends neither is not a browser that was tricked.
 */
export function isSameOrigin(headers: OriginHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  if (origin === undefined) return true;
  const from = originOf(origin);
  return (
    from !== undefined &&
    (from.origin === originOf(publicUrl)?.origin || (headers.host !== undefined && from.host === headers.host))
  );
}

function originOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
