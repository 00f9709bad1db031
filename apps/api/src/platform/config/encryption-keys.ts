export const ENCRYPTION_KEYS_FORM = 'ENCRYPTION_KEYS: each entry is vN:<base64 of 32 bytes>, newest first';

const KEY_BYTES = 32;

/** The keys of `v2:<base64 of 32 bytes>,v1:<...>` by version, the sealing one first; undefined when any entry is of another form. */
export function readEncryptionKeys(text: string): Map<string, Buffer> | undefined {
  const keys = new Map<string, Buffer>();
  for (const entry of text.split(',')) {
    const [version = '', material = ''] = entry.trim().split(':');
    const key = Buffer.from(material, 'base64');
    if (!/^v\d+$/.test(version) || key.length !== KEY_BYTES) return undefined;
    keys.set(version, key);
  }
  return keys;
}
