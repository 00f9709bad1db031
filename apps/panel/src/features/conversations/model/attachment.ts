export type SendableMedia = 'image' | 'video' | 'audio' | 'document';

export interface Attachment {
  id: string;
  file: File;
  type: SendableMedia;
  /** Object URL of a picture, to be revoked. */
  previewUrl: string | null;
  caption: string;
  /** 0 to 1 while it goes up. */
  progress: number | null;
  mediaId: string | null;
  /** Code of what went wrong. */
  problem: string | null;
}

export type StoredAttachment = Attachment & { mediaId: string };

export const isStored = (one: Attachment): one is StoredAttachment => one.mediaId !== null;

const MB = 1024 * 1024;

/** What WhatsApp takes, told before the upload; the server decides. Bytes. */
export const LARGEST: Readonly<Record<SendableMedia, number>> = {
  image: 5 * MB,
  video: 16 * MB,
  audio: 16 * MB,
  document: 100 * MB,
};

const DRAWN = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** How a file is sent. A picture of a kind that phones do not draw goes as a document, as does one beyond the limit. */
export function mediaType(file: { type: string; size: number }, allowed: readonly string[]): SendableMedia {
  const wanted = DRAWN.has(file.type)
    ? 'image'
    : file.type === 'video/mp4'
      ? 'video'
      : /^audio\/(aac|mp4|mpeg|amr|ogg)/.test(file.type)
        ? 'audio'
        : 'document';
  return wanted !== 'document' && (file.size > LARGEST[wanted] || !allowed.includes(wanted)) ? 'document' : wanted;
}

/** Code of the reason why a file cannot go, or null. */
export function refusal(type: SendableMedia, file: { size: number }, allowed: readonly string[]): string | null {
  if (!allowed.includes(type)) return 'type_not_supported';
  if (file.size === 0) return 'empty_file';
  return file.size > LARGEST[type] ? 'too_large' : null;
}

/** "2,4 MB" */
export function fileSize(bytes: number, language: string): string {
  const [value, unit] = bytes >= MB ? [bytes / MB, 'megabyte'] : [Math.max(1, bytes / 1024), 'kilobyte'];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(value);
}
