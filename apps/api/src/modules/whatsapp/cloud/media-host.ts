/** Meta hands media out from these; the token is attached nowhere else. */
const MEDIA_DOMAINS = ['fbsbx.com', 'whatsapp.net'];

/** Whether the channel's token may be sent to this address: over TLS to Meta's media hosts, or to the very origin the channel already speaks to. */
export function mayReceiveToken(address: string, baseUrl: string): URL | undefined {
  const url = parse(address);
  if (url === undefined || url.username !== '' || url.password !== '') return undefined;
  if (url.origin === parse(baseUrl)?.origin) return url;
  const known = MEDIA_DOMAINS.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`));
  return known && url.protocol === 'https:' && url.port === '' ? url : undefined;
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
