const SHOWN_INLINE = /^(?:image\/(?:png|jpeg|gif|webp)|audio\/|video\/|application\/pdf$)/;

/** Pictures, sound, film and PDF are shown; everything else is only ever saved. */
export function contentDisposition(contentType: string, fileName: string | null): string {
  const how = SHOWN_INLINE.test(contentType) ? 'inline' : 'attachment';
  if (!fileName) return how;
  const plain =
    fileName
      .normalize('NFD')
      .replace(/[^\w.\- ]/g, '')
      .trim() || 'file';
  return `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName.replace(/[\ud800-\udfff]/gu, ''))}`;
}
