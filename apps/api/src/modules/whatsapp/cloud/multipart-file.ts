import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

export interface MultipartFile {
  contentType: string;
  contentLength: number;
  body: Readable;
}

/** A form with one file, streamed: a 100 MB document never sits in memory. `size` must be the number of bytes the source yields. */
export function multipartFile(
  fields: Record<string, string>,
  file: { contentType: string; fileName: string; size: number; open: () => Promise<AsyncIterable<Uint8Array>> },
): MultipartFile {
  const boundary = `hilo-${randomUUID()}`;
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const opening = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${quoted(file.fileName)}"\r\nContent-Type: ${headerValue(file.contentType)}\r\n\r\n`;
  const head = Buffer.from(texts.join('') + opening);
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  async function* parts(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* await file.open();
    yield tail;
  }
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    contentLength: head.length + file.size + tail.length,
    body: Readable.from(parts(), { objectMode: false }),
  };
}

/** A file name is the sender's text: quotes and line ends in it must not end the header. */
function quoted(name: string): string {
  return name.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function headerValue(value: string): string {
  return value.replace(/[\r\n]/g, '');
}
