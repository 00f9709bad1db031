import { readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../../../../../api-e2e/fixtures/', import.meta.url);

export const FIXTURE_SECRET = 'test-app-secret-0123456789abcdef';
export const RECEIVED_AT = new Date('2026-11-20T12:00:00.000Z');

const { signatures } = JSON.parse(readFileSync(new URL('meta_signatures.json', ROOT), 'utf8')) as {
  signatures: Record<string, string>;
};

export interface InboundFixture {
  name: string;
  raw: Buffer;
  signature: string;
}

export function inboundFixture(name: string): InboundFixture {
  const path = `whatsapp/inbound/${name}.json`;
  return { name, raw: readFileSync(new URL(path, ROOT)), signature: signatures[path] ?? '' };
}

export function inboundFixtures(): InboundFixture[] {
  return namesIn('inbound').map(inboundFixture);
}

export function outboundFixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`whatsapp/outbound/${name}.json`, ROOT), 'utf8'));
}

export function outboundNames(prefix: string): string[] {
  return namesIn('outbound').filter((name) => name.startsWith(prefix));
}

function namesIn(folder: string): string[] {
  return readdirSync(new URL(`whatsapp/${folder}/`, ROOT))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''))
    .sort();
}
