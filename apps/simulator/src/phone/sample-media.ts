import type { PhoneMessage } from './phone-message.js';

interface Sample {
  mimeType: string;
  fileName: string;
  base64: string;
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkqPpfDwAEVwIpLGzx7wAAAABJRU5ErkJggg==';
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
).toString('base64');
const OGG = Buffer.concat([Buffer.from('OggS\0\x02'), Buffer.alloc(21), Buffer.from('\x13OpusHead\x01\x01')]).toString(
  'base64',
);
const WEBP = 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==';
const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom\0\0\x02\0isomiso2mp41')]).toString(
  'base64',
);

const SAMPLES = {
  image: { mimeType: 'image/png', fileName: 'foto.png', base64: PIXEL },
  video: { mimeType: 'video/mp4', fileName: 'video.mp4', base64: MP4 },
  audio: { mimeType: 'audio/ogg', fileName: 'audio.ogg', base64: OGG },
  voice: { mimeType: 'audio/ogg; codecs=opus', fileName: 'nota-de-voz.ogg', base64: OGG },
  document: { mimeType: 'application/pdf', fileName: 'documento.pdf', base64: PDF },
  sticker: { mimeType: 'image/webp', fileName: 'sticker.webp', base64: WEBP },
} as const satisfies Partial<Record<PhoneMessage['type'], Sample>>;

/** The smallest file of a kind, for whoever has none at hand; undefined: the kind carries no file. */
export function sampleFor(type: PhoneMessage['type']): Sample | undefined {
  return Object.hasOwn(SAMPLES, type) ? SAMPLES[type as keyof typeof SAMPLES] : undefined;
}
