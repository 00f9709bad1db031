import { readdirSync, readFileSync } from 'node:fs';
import type { Network } from '../../modules/links/index.js';
import type { Dialogue } from './plan-dialogue.js';

export interface DemoCustomer {
  key: string;
  /** As the provider tells it; null for somebody known by the number alone. */
  name: string | null;
  /** E.164. */
  phone: string;
  city?: string;
  language?: string;
  email?: string;
  type?: 'wholesale';
  tags?: string[];
}

export interface DemoLink {
  key: string;
  sku: string;
  name: string;
  network: Network;
  /** Days since it was made. */
  age: number;
  perDay: number;
}

export interface DemoReminder {
  to: string[];
  kind: string;
  dialogue: string;
  priority?: 'high' | 'urgent';
}

const folder = new URL('../data/', import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;

export const readCustomers = (): DemoCustomer[] => read('customers.json');
export const readLinks = (): DemoLink[] => read('links.json');

export const readReminders = (): DemoReminder[] => read('reminders.json');

/** All scripts, in the order of their files' names. */
export const readDialogues = (): Dialogue[] =>
  readdirSync(new URL('dialogues/', folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => read<Dialogue[]>(`dialogues/${name}`));

export const readMedia = (name: string): Buffer => readFileSync(new URL(`media/${name}`, folder));

const TYPES: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', pdf: 'application/pdf' };

export const mediaTypeOf = (name: string): string =>
  TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
