import { describe, expect, it } from '@jest/globals';
import { TemplateStore } from '../templates/template-store.js';
import { judge, type Circumstances } from './judge.js';
import { parseSendRequest, type MessageRequest } from './send-request.js';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const HOUR = 3_600_000;
const store = new TemplateStore();

const about = (over: Partial<Circumstances> = {}): Circumstances => ({
  now: NOW,
  ownNumber: '593990000001',
  lastInboundAt: NOW - HOUR,
  windowRule: 'answer',
  template: undefined,
  hasMedia: (id) => id === '11',
  ...over,
});

function request(json: object): MessageRequest {
  const parsed = parseSendRequest({ messaging_product: 'whatsapp', to: '+593991234567', ...json });
  if ('refusal' in parsed || parsed.request.kind !== 'message') throw new Error(JSON.stringify(parsed));
  return parsed.request;
}
const text = request({ type: 'text', text: { body: 'x' } });
const hello = { type: 'template', template: { name: 'hola_de_nuevo', language: { code: 'es' } } };
const code = {
  type: 'template',
  template: {
    name: 'verification_code',
    language: { code: 'en_US' },
    components: [
      { type: 'body', parameters: [{ type: 'text', text: '1' }] },
      { type: 'button', sub_type: 'url', index: 0, parameters: [{ type: 'text', text: '1' }] },
    ],
  },
};

describe('judge', () => {
  it('takes free-form messages while the window is open', () => {
    expect(judge(text, about())).toEqual({
      kind: 'accepted',
      rendered: null,
      pricing: 'service',
      failsWith: undefined,
    });
    expect(judge(text, about({ lastInboundAt: NOW - 24 * HOUR }))).toMatchObject({ kind: 'accepted' });
  });

  it.each([null, NOW - 24 * HOUR - 1])('refuses them when the customer last wrote at %s', (lastInboundAt) => {
    expect(judge(text, about({ lastInboundAt }))).toEqual({ kind: 'refused', refusal: { code: 131047 } });
  });

  it('may tell of the closed window later, or never', () => {
    const closed = { lastInboundAt: null };
    expect(judge(text, about({ ...closed, windowRule: 'status' }))).toMatchObject({
      kind: 'accepted',
      failsWith: 131047,
    });
    expect(judge(text, about({ ...closed, windowRule: 'off' }))).toMatchObject({
      kind: 'accepted',
      failsWith: undefined,
    });
  });

  it('takes templates at any time, at the price of their category', () => {
    const template = store.find('hola_de_nuevo', 'es');
    expect(judge(request(hello), about({ lastInboundAt: null, template }))).toMatchObject({
      kind: 'accepted',
      pricing: 'utility',
      rendered: { footer: null },
    });
  });

  it('refuses a template it does not have', () => {
    expect(judge(request(hello), about())).toMatchObject({ refusal: { code: 132001 } });
  });

  it('sends codes to phones only', () => {
    const template = store.find('verification_code', 'en_US');
    expect(judge(request(code), about({ template }))).toMatchObject({ kind: 'accepted', pricing: 'authentication' });
    expect(judge(request({ ...code, to: undefined, recipient: 'EC.1' }), about({ template }))).toMatchObject({
      refusal: { code: 131062 },
    });
  });

  it('knows its media', () => {
    const image = (id: string): MessageRequest => request({ type: 'image', image: { id } });
    expect(judge(image('11'), about())).toMatchObject({ kind: 'accepted' });
    expect(judge(image('12'), about())).toMatchObject({
      refusal: { code: 100, details: expect.stringContaining("image['id']") },
    });
    expect(judge(request({ type: 'image', image: { link: 'https://a.b/c.png' } }), about())).toMatchObject({
      kind: 'accepted',
    });
  });

  it('does not write to itself', () => {
    expect(judge({ ...text, waId: '593990000001' }, about())).toMatchObject({ refusal: { code: 131021 } });
  });
});
