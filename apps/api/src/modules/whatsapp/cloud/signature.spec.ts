import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { normalizeWebhook, verifySignature as theirVerify } from '@kapso/whatsapp-cloud-api/server';
import fc from 'fast-check';
import { verifySignature } from './signature.js';
import { FIXTURE_SECRET, inboundFixtures, RECEIVED_AT } from './testing/fixtures.js';
import { translateInbound } from './translate-inbound.js';

const sign = (raw: Buffer, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`;

describe('signatures', () => {
  it('takes exactly the HMAC of the raw bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string({ minLength: 1 }), (bytes, secret) => {
        const raw = Buffer.from(bytes);
        expect(verifySignature(raw, sign(raw, secret), secret)).toBe(true);
        expect(verifySignature(Buffer.concat([raw, Buffer.from('\n')]), sign(raw, secret), secret)).toBe(false);
      }),
    );
  });

  it('refuses every other way to write it', () => {
    const raw = Buffer.from('{}');
    const good = sign(raw, 's');
    const hex = good.slice(7);
    for (const header of [
      undefined,
      '',
      hex,
      `sha1=${hex}`,
      `sha256=${hex}0`,
      `sha256=${hex.slice(1)}`,
      ` ${good}`,
      `${good} `,
      `${good},${good}`,
      `sha256=${'g'.repeat(64)}`,
      [good],
      [good, good],
    ]) {
      expect(verifySignature(raw, header, 's')).toBe(false);
    }
    expect(verifySignature(raw, good.replace('sha256', 'SHA256'), 's')).toBe(false);
    expect(verifySignature(raw, `sha256=${createHmac('sha256', '').update(raw).digest('hex')}`, '')).toBe(false);
  });
});

describe('beside a foreign reader of the same webhooks', () => {
  it.each(inboundFixtures())('agrees on $name: signature, message ids and statuses', ({ raw, signature }) => {
    for (const [header, secret] of [
      [signature, FIXTURE_SECRET],
      [signature, 'another'],
      [signature.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')), FIXTURE_SECRET],
    ] as const) {
      expect(verifySignature(raw, header, secret)).toBe(
        theirVerify({ appSecret: secret, rawBody: raw, signatureHeader: header }),
      );
    }
    const body = JSON.parse(raw.toString('utf8')) as unknown;
    const theirs = normalizeWebhook(body);
    const translation = translateInbound(body, RECEIVED_AT);
    const ours = translation.kind === 'translated' ? translation.events : [];
    const messageIds = ours.flatMap((event) =>
      event.kind === 'message' || event.kind === 'revision' || event.kind === 'echo' ? [event.dedupeKey] : [],
    );
    expect(messageIds).toEqual(theirs.messages.map((message) => message.id));
    const statuses = ours.flatMap((event) =>
      event.kind === 'status' ? [[event.providerMessageId, event.status]] : [],
    );
    expect(statuses).toEqual(theirs.statuses.map(({ id, status }) => [id, status]));
  });
});
