import type { Template } from '../api/template-queries';
import { LARGEST } from './attachment';

/** Key of the variable whose value is the id of an uploaded file. */
export const HEADER_MEDIA = 'header.media';

export type HeaderFile = 'image' | 'video' | 'document';

/** What WhatsApp takes above a template: content types, the largest size in bytes. */
export const HEADER_FILES: Readonly<Record<HeaderFile, { types: readonly string[]; largest: number }>> = {
  image: { types: ['image/jpeg', 'image/png'], largest: LARGEST.image },
  video: { types: ['video/mp4', 'video/3gpp'], largest: LARGEST.video },
  document: { types: ['application/pdf'], largest: LARGEST.document },
};

/** The kind of file that a template wants above its words; null when it wants none. */
export function headerFileOf({ header, variables }: Pick<Template, 'header' | 'variables'>): HeaderFile | null {
  if (!variables.some(({ key }) => key === HEADER_MEDIA)) return null;
  const format = header?.format;
  return format === 'image' || format === 'video' ? format : 'document';
}

export type FileRefusal = 'wrong_type' | 'too_large' | 'empty_file';

/** Why a file cannot stand above a template; null when it can. The server looks at its bytes besides. */
export function refusedFile(kind: HeaderFile, file: { type: string; size: number }): FileRefusal | null {
  const { types, largest } = HEADER_FILES[kind];
  if (!types.includes(file.type)) return 'wrong_type';
  if (file.size === 0) return 'empty_file';
  return file.size > largest ? 'too_large' : null;
}
