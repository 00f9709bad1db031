import { isIPv6 } from 'node:net';

/** The part of an address that many people share: /24 of IPv4, /48 of IPv6. */
export function networkPrefix(ip: string): string {
  const plain = ip.startsWith('::ffff:') && ip.includes('.') ? ip.slice(7) : ip;
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...right].slice(0, 3).join(':');
}

/** Only the host of where the visitor came from: paths and queries may hold personal data. Null when there is none. */
export function referrerHost(referrer: string | undefined): string | null {
  if (!referrer) return null;
  try {
    const { protocol, hostname } = new URL(referrer.slice(0, 2000));
    return /^(?:https?|android-app):$/.test(protocol) && hostname ? hostname.slice(0, 100) : null;
  } catch {
    return null;
  }
}
