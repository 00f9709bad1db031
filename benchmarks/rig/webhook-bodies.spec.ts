import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { translateInbound } from '../../apps/api/src/modules/whatsapp/cloud/translate-inbound.js';
import {
  ACCOUNT,
  customer,
  messagesBody,
  NUMBER,
  signatureOf,
  signedRequest,
  statusesBody,
} from './webhook-bodies.mjs';

const SECRET = 'a-secret-of-thirty-two-characters';
const RECEIVED = new Date();
const eventsOf = (body: unknown) => {
  const translation = translateInbound(body, RECEIVED);
  return translation.kind === 'translated' ? translation.events : [];
};
function parsed(request: Buffer): { line: string; headers: Map<string, string>; body: Buffer } {
  const end = request.indexOf('\r\n\r\n');
  const [line = '', ...rest] = request.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Map(
    rest.map((header): [string, string] => [
      header.slice(0, header.indexOf(':')).toLowerCase(),
      header.slice(header.indexOf(':') + 2),
    ]),
  );
  return { line, headers, body: request.subarray(end + 4) };
}

describe('the bodies of the rig', () => {
  it('are messages that the product understands, each of its own customer', () => {
    const events = eventsOf(
      messagesBody([
        { id: 'wamid.1', customer: 1 },
        { id: 'wamid.2', customer: 2, text: 'otra cosa' },
      ]),
    );
    expect(events).toMatchObject([
      {
        kind: 'message',
        address: NUMBER,
        dedupeKey: 'wamid.1',
        sender: { name: 'Cliente 1', phone: '+593500000001' },
        content: { text: expect.stringContaining('soy Cliente 1.') },
      },
      { kind: 'message', dedupeKey: 'wamid.2', sender: { name: 'Cliente 2' }, content: { text: 'otra cosa' } },
    ]);
    expect(events.every((event) => !('atAssumed' in event))).toBe(true);
  });

  it('are statuses that the product understands', () => {
    expect(eventsOf(statusesBody([{ id: 'wamid.out', status: 'read', customer: 3, at: 1_790_000_000 }]))).toMatchObject(
      [{ kind: 'status', status: 'read', providerMessageId: 'wamid.out', recipient: customer(3).wa_id }],
    );
  });

  it('may be bent for a fault', () => {
    expect(
      eventsOf(messagesBody([{ id: 'wamid.1', customer: 1, over: { type: 'image', image: { id: '7' } } }])),
    ).toMatchObject([{ content: { type: 'image' } }]);
    expect(messagesBody([])).toMatchObject({ entry: [{ id: ACCOUNT }] });
  });
});

describe('a signed request', () => {
  it('is whole HTTP: its length and its signature are those of its bytes', () => {
    const { line, headers, body } = parsed(
      signedRequest({ path: '/webhooks/whatsapp', secret: SECRET, body: { text: 'ñ 📦' } }),
    );
    expect(line).toBe('POST /webhooks/whatsapp HTTP/1.1');
    expect(headers.get('content-length')).toBe(String(body.length));
    expect(headers.get('x-hub-signature-256')).toBe(
      `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
    );
    expect(JSON.parse(body.toString('utf8'))).toEqual({ text: 'ñ 📦' });
  });

  it.each([
    ['text', 'not json'],
    ['bytes', Buffer.from([0xff, 0x00, 0xfe])],
  ])('carries %s as they are', (_name, given) => {
    const { headers, body } = parsed(signedRequest({ path: '/x', secret: SECRET, body: given }));
    expect(body).toEqual(Buffer.from(given));
    expect(headers.get('x-hub-signature-256')).toBe(signatureOf(SECRET, body));
  });

  it('may have another signature, or none', () => {
    expect(
      parsed(signedRequest({ path: '/x', secret: SECRET, body: '{}', signature: 'sha256=0' })).headers.get(
        'x-hub-signature-256',
      ),
    ).toBe('sha256=0');
    expect(
      parsed(signedRequest({ path: '/x', secret: SECRET, body: '{}', signature: null })).headers.has(
        'x-hub-signature-256',
      ),
    ).toBe(false);
  });

  it('may have more headers', () => {
    expect(
      parsed(
        signedRequest({ path: '/x', secret: SECRET, body: '{}', headers: 'Content-Encoding: gzip\r\n' }),
      ).headers.get('content-encoding'),
    ).toBe('gzip');
  });
});
