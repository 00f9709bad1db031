import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Bench } from '../testing/bench.js';

const MARIA = '593991112201';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

describe('changes', () => {
  it('are waited for', async () => {
    const { body } = await bench.get<{ seq: number }>('/phone/changes');
    const waiting = bench.get<{ changes: { kind: string; customerId: string }[]; missed: boolean }>(
      `/phone/changes?since=${body.seq}&waitMs=8000`,
    );
    await bench.write(MARIA);
    expect((await waiting).body).toMatchObject({ missed: false, changes: [{ kind: 'message', customerId: MARIA }] });
  });

  it('are missed by who asks for what never was', async () => {
    expect((await bench.get('/phone/changes?since=99999999')).body).toMatchObject({ missed: true, changes: [] });
  });

  it('are streamed, and the stream ends with the reader', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${bench.url}/phone/events`, { signal: stop.signal });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    if (stream.body === null) throw new Error('no stream');
    const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    while (!heard.includes('event: hello')) heard += (await reader.read()).value ?? '';
    await bench.write(MARIA, { type: 'text', text: 'en vivo' });
    while (!heard.includes('en vivo')) heard += (await reader.read()).value ?? '';
    expect(heard).toMatch(/id: \d+\nevent: change\ndata: \{.*"kind":"message"/);
    stop.abort();
  });
});

describe('the script', () => {
  it('records what people do and does it again elsewhere', async () => {
    await bench.post('/phone/script/replay', { steps: [] });
    await fetch(`${bench.url}/phone/script`, { method: 'DELETE' });
    await bench.post('/phone/customers', { name: 'Ana', phone: '+593 99 700 1122' });
    await bench.write('593997001122', { type: 'text', text: 'hola' });
    await bench.write('593997001122', { type: 'voice' });
    await bench.post('/phone/customers/593997001122/open', {});
    const { body } = await bench.get<{ steps: { do: string; afterMs: number }[] }>('/phone/script');
    expect(body.steps.map((step) => step.do)).toEqual(['customer', 'message', 'message', 'open']);

    const other = await Bench.start();
    try {
      const replayed = await other.post('/phone/script/replay', { ...body, pace: 'fast' });
      expect(replayed).toMatchObject({ status: 200, body: { done: 4, of: 4 } });
      expect(other.product.messages().map(({ type }) => type)).toEqual(['text', 'audio']);
    } finally {
      await other.close();
    }
  });

  it('stops at a person who is not there and refuses what is no step', async () => {
    const message = { do: 'message', customer: '593000', with: { type: 'text', text: 'x' } };
    const open = { do: 'open', customer: MARIA };
    expect((await bench.post('/phone/script/replay', { steps: [open, message, open] })).body).toMatchObject({
      done: 1,
      of: 3,
    });
    expect((await bench.post('/phone/script/replay', { steps: [{ do: 'dance' }] })).status).toBe(400);
  });
});

describe('the page', () => {
  it('comes with a strict policy and without scripts in it', async () => {
    const page = await fetch(bench.url);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(html).toContain('lang="es"');
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|style=/);
    for (const [, file] of html.matchAll(/(?:src|href)="(\/page\/[^"]+)"/g)) {
      expect([file, (await fetch(bench.url + file)).status]).toEqual([file, 200]);
    }
  });
});
