import type { NewCustomer } from '../api/phone-deeds';

export type ReachedBy = 'phone' | 'username';

export interface CustomerFields {
  name: string;
  by: ReachedBy;
  phone: string;
  username: string;
  label: string;
}

export const EMPTY_CUSTOMER: CustomerFields = { name: '', by: 'phone', phone: '', username: '', label: '' };

export type CustomerProblem = 'name' | 'phone' | 'username';

const PHONE = /^\+?[\d\s().-]{7,25}$/;
const USERNAME = /^@?[\p{L}\d._]{3,35}$/u;

/** Which fields cannot be sent as they are. */
export function customerProblems({ name, by, phone, username }: CustomerFields): CustomerProblem[] {
  const problems: CustomerProblem[] = [];
  if (name.trim() === '') problems.push('name');
  if (by === 'phone' && !PHONE.test(phone.trim())) problems.push('phone');
  if (by === 'username' && !USERNAME.test(username.trim())) problems.push('username');
  return problems;
}

/** What the simulator is asked for. */
export function customerFrom({ name, by, phone, username, label }: CustomerFields): NewCustomer {
  return {
    name: name.trim(),
    ...(by === 'phone' ? { phone: phone.trim() } : { username: username.trim() }),
    ...(label.trim() !== '' && { label: label.trim() }),
  };
}
