import { describe, expect, it } from '@jest/globals';
import { multipartFile } from './multipart-file.js';

type Source = Parameters<typeof multipartFile>[1];

const source = (bytes: Buffer, over: Partial<Source> = {}): Source => ({
  contentType: 'application/pdf',
  fileName: 'q.pdf',
  size: bytes.length,
  open: () =>
    Promise.resolve(
      (async function* () {
        for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
      })(),
    ),
  ...over,
});
async function written(
  fields: Record<string, string>,
  file: Source,
): Promise<{ raw: Buffer; form: FormData; length: number }> {
  const { body, contentType, contentLength } = multipartFile(fields, file);
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk as Uint8Array));
  const raw = Buffer.concat(chunks);
  return {
    raw,
    length: contentLength,
    form: await new Response(new Uint8Array(raw), { headers: { 'content-type': contentType } }).formData(),
  };
}

describe('a form with a file', () => {
  it('carries fields and bytes, and knows its length before it is read', async () => {
    const bytes = Buffer.from(Array.from({ length: 5000 }, (_, index) => index % 256));
    const { raw, form, length } = await written(
      { messaging_product: 'whatsapp', type: 'application/pdf' },
      source(bytes),
    );
    expect(length).toBe(raw.length);
    expect([form.get('messaging_product'), form.get('type')]).toEqual(['whatsapp', 'application/pdf']);
    const file = form.get('file') as File;
    expect([file.name, file.type]).toEqual(['q.pdf', 'application/pdf']);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
  });

  it.each(['cotización ñ.pdf', 'a"b.pdf', 'a\r\nX-Evil: 1.pdf', '🙏.pdf', 'a;b=c.pdf', '../../etc/passwd'])(
    'holds a file called %j in one header',
    async (fileName) => {
      const { raw, form, length } = await written({ a: '1' }, source(Buffer.from('x'), { fileName }));
      expect(length).toBe(raw.length);
      expect((form.get('file') as File).name).toBe(fileName);
      expect([...form.keys()]).toEqual(['a', 'file']);
      expect(raw.toString('latin1')).not.toMatch(/^X-Evil/m);
    },
  );

  it('has a boundary of its own every time', () => {
    const types = [1, 2].map(() => multipartFile({}, source(Buffer.from('x'))).contentType);
    expect(new Set(types).size).toBe(2);
  });

  it('opens the file only when it is read', async () => {
    let opened = 0;
    const file = source(Buffer.from('x'));
    const lazy = { ...file, open: () => ((opened += 1), file.open()) };
    const { body } = multipartFile({}, lazy);
    expect(opened).toBe(0);
    for await (const chunk of body) expect(chunk).toBeDefined();
    expect(opened).toBe(1);
  });

  it('that cannot be opened fails the reading, not the process', async () => {
    const { body } = multipartFile(
      {},
      source(Buffer.from('x'), { open: () => Promise.reject(new Error('gone from the disk')) }),
    );
    const reading = (async () => {
      for await (const chunk of body) expect(chunk).toBeDefined();
    })();
    await expect(reading).rejects.toThrow('gone from the disk');
  });
});
