import { DomainError } from '../http/domain-error.js';

/** As many as the recognition of file types looks at. More would only give a file made for it more to unpack. */
const HEAD_BYTES = 4100;

export interface Incoming {
  /** The first 4,100 bytes, or all there are. */
  head: Buffer;
  /** Every byte, those of the head included; to be read once. */
  all: AsyncIterable<Uint8Array>;
}

/** Reads as much as tells what content is. */
export async function firstBytes(content: AsyncIterable<Uint8Array>): Promise<Incoming> {
  const source = content[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const { value, done } = await source.next();
    if (done) break;
    read.push(value);
    size += value.length;
  }
  async function* all(): AsyncIterable<Uint8Array> {
    yield* read;
    yield* { [Symbol.asyncIterator]: () => source };
  }
  return { head: Buffer.concat(read).subarray(0, HEAD_BYTES), all: all() };
}

/**
 * An upload whose reader stops at a limit without a word: the beginning of a file never passes for the file.
 * @param largest bytes, for the words of the refusal
 * @throws DomainError `too_large`, once everything that came was read
 */
export async function* uncut(
  file: AsyncIterable<Uint8Array> & { readonly truncated: boolean },
  largest: number,
): AsyncGenerator<Uint8Array> {
  yield* file;
  if (file.truncated)
    throw new DomainError('too_large', 413, `The file is larger than ${Math.floor(largest / 1_000_000)} MB.`);
}
