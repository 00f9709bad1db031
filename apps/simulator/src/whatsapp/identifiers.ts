import { createHash, randomBytes } from 'node:crypto';

/** A message id as WhatsApp writes it: `wamid.` and base64. */
export function newMessageId(): string {
  return `wamid.HBgL${randomBytes(21).toString('base64')}`;
}

/** 16 digits, as media ids are. */
export function newMediaId(): string {
  return `1${randomBytes(8).readBigUInt64BE().toString().padStart(20, '0').slice(-15)}`;
}

const COUNTRIES: readonly (readonly [string, string])[] = [
  ['593', 'EC'],
  ['595', 'PY'],
  ['598', 'UY'],
  ['591', 'BO'],
  ['502', 'GT'],
  ['507', 'PA'],
  ['57', 'CO'],
  ['51', 'PE'],
  ['52', 'MX'],
  ['54', 'AR'],
  ['55', 'BR'],
  ['56', 'CL'],
  ['58', 'VE'],
  ['44', 'GB'],
  ['34', 'ES'],
];

/** The business-scoped user id of a person: always the same for the same phone or username. */
export function businessScopedId(identity: { waId: string } | { username: string }): string {
  const seed = 'waId' in identity ? identity.waId : identity.username;
  const country =
    'waId' in identity ? (COUNTRIES.find(([prefix]) => identity.waId.startsWith(prefix))?.[1] ?? 'US') : 'EC';
  const digits = BigInt(`0x${createHash('sha256').update(seed).digest('hex').slice(0, 16)}`).toString();
  return `${country}.${digits.padStart(20, '1')}`;
}

export const isBusinessScopedId = (text: string): boolean => /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(text);
