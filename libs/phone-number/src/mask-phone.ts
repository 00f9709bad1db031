import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { E164 } from './e164.js';

const SHOWN = 3;

/** The country code and the last three digits, for people who may not see numbers and for logs: `+54 ••••••••234`. */
export function maskPhone(number: E164): string {
  const digits = number.replace(/\D/g, '');
  if (digits.length <= SHOWN) return '•'.repeat(digits.length);
  const calling = parsePhoneNumberFromString(number)?.countryCallingCode ?? '';
  const hidden = Math.max(digits.length - calling.length - SHOWN, 0);
  const prefix = calling === '' ? '' : `+${calling} `;
  return `${prefix}${'•'.repeat(hidden)}${digits.slice(-SHOWN)}`;
}
