import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from './image-size.js';

export type InspectedMedia =
  | { kind: 'known'; contentType: string; width: number | null; height: number | null }
  | { kind: 'refused'; reason: string };

/** Text that a browser would run or render as a page, whatever its name says. */
const ACTIVE = /<\s*(?:!doctype\s+html|html|script|svg|\?xml|body|iframe|object|embed|link|meta)\b|<\?xml/i;
const TEXT_TYPES = new Set(['text/plain', 'text/csv']);
const OFFICE_BY_NAME: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};
const REFUSED = new Set([
  'application/xml',
  'image/svg+xml',
  'text/html',
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/wasm',
]);

/**
 * What these first bytes are. The declared type is believed only where bytes say nothing (plain text), and never for anything active.
 * @param head the first 4,100 bytes, or all there are
 */
export async function inspectMedia(
  head: Buffer,
  declaredType: string,
  fileName: string | null,
): Promise<InspectedMedia> {
  const declared = (declaredType.split(';')[0] ?? '').trim().toLowerCase();
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (found && REFUSED.has(found.mime))
    return { kind: 'refused', reason: `Files of type ${found.mime} are not accepted.` };
  if (found?.mime === 'application/x-cfb')
    return known(OFFICE_BY_NAME[extensionOf(fileName)] ?? 'application/octet-stream', head);
  if (found) return known(audioOnly(found.mime, declared), head);
  if (ACTIVE.test(head.toString('latin1')))
    return { kind: 'refused', reason: 'This file could run in a browser and is not accepted.' };
  if (REFUSED.has(declared)) return { kind: 'refused', reason: `Files of type ${declared} are not accepted.` };
  const readable = !head.includes(0);
  return known(
    readable && TEXT_TYPES.has(declared)
      ? declared
      : readable && ['txt', 'csv'].includes(extensionOf(fileName))
        ? 'text/plain'
        : 'application/octet-stream',
    head,
  );
}

const known = (contentType: string, head: Buffer): InspectedMedia => ({
  kind: 'known',
  contentType,
  ...(imageSize(head, contentType) ?? { width: null, height: null }),
});
const extensionOf = (name: string | null): string => /\.([a-z0-9]{1,5})$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? '';

/** A container alone does not say whether there is a picture: sound that was declared as sound stays sound. */
function audioOnly(found: string, declared: string): string {
  if (
    declared.startsWith('audio/') &&
    ['video/mp4', 'video/webm', 'video/3gpp', 'video/ogg', 'application/ogg'].includes(found)
  )
    return `audio/${found.split('/')[1] ?? 'ogg'}`;
  if (found === 'audio/opus' || found === 'application/ogg') return 'audio/ogg';
  return found;
}
