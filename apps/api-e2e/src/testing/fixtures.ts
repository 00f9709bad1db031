import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../fixtures/', import.meta.url);

/** The secret under which the given signatures were made. */
export const FIXTURE_SECRET = 'test-app-secret-0123456789abcdef';
export const FIXTURE_VERIFY_TOKEN = 'vt-9f2e';

const { signatures } = JSON.parse(readFileSync(new URL('meta_signatures.json', folder), 'utf8')) as {
  signatures: Record<string, string>;
};

export interface Fixture {
  name: string;
  bytes: Buffer;
  /** As the list of signatures says it, not computed here. */
  signature: string;
}

export const inboundFixtures: readonly Fixture[] = readdirSync(new URL('whatsapp/inbound/', folder))
  .sort()
  .map((name) => ({
    name,
    bytes: readFileSync(new URL(`whatsapp/inbound/${name}`, folder)),
    signature: signatures[`whatsapp/inbound/${name}`] ?? '',
  }));

export const fixture = (start: string): Fixture => {
  const found = inboundFixtures.find(({ name }) => name.startsWith(start));
  if (!found) throw new Error(`there is no fixture ${start}`);
  return found;
};
