import type { Sender } from '../../../channels/index.js';

export const NUMBER = '441785372345678';
export const PHONE = '5491155501234';
export const LUCIA: Sender = {
  identities: [
    { kind: 'bsuid', value: 'AR.10203040506070809010' },
    { kind: 'wa_id', value: '5491155501234' },
  ],
  phone: '+5491155501234',
  name: 'Lucia Pérez',
};
export const SAM: Sender = {
  identities: [{ kind: 'bsuid', value: 'GB.55667788990011223344' }],
  name: 'Sam R',
  username: '@sam.r',
};

/** The fixtures tick every seven seconds: number n was written at 1790000000 + 7n. */
export const at = (tick: number): string => new Date((1_790_000_000 + 7 * tick) * 1000).toISOString();
export const wamid = (text: string): string => `wamid.HBgN${Buffer.from(text).toString('base64')}`;
export const fixtureId = (number: number | string): string =>
  wamid(`fixture-${typeof number === 'number' ? String(number).padStart(2, '0') : number}`);
export const sentId = (number: number): string => fixtureId(`out-${number}`);
