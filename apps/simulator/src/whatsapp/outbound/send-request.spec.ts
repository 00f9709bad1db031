import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { parseSendRequest, type MessageRequest } from './send-request.js';

const FIXTURES = new URL('../../../../api-e2e/fixtures/whatsapp/outbound/', import.meta.url);
const requests = readdirSync(FIXTURES).filter((name) => name.startsWith('req_') && !name.startsWith('req_create'));
const recorded = (name: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8'));

const base = { messaging_product: 'whatsapp', recipient_type: 'individual', to: '+593991234567' };
const text = (over: object = {}): object => ({ ...base, type: 'text', text: { body: 'Hola' }, ...over });
const interactive = (content: object): object => ({ ...base, type: 'interactive', interactive: content });
const reply = (id: string, title: string): object => ({ type: 'reply', reply: { id, title } });
const buttons = (...all: object[]): object =>
  interactive({ type: 'button', body: { text: 'x' }, action: { buttons: all } });
const rows = (n: number, from = 0): object[] =>
  Array.from({ length: n }, (_, i) => ({ id: `r${from + i}`, title: 'Fila' }));
const list = (sections: object[], over: object = {}): object =>
  interactive({ type: 'list', body: { text: 'x' }, action: { button: 'Ver', sections }, ...over });

function message(json: unknown): MessageRequest {
  const parsed = parseSendRequest(json);
  if ('refusal' in parsed || parsed.request.kind !== 'message') throw new Error(JSON.stringify(parsed));
  return parsed.request;
}

describe('parseSendRequest', () => {
  it.each(requests)('takes %s', (name) => {
    expect(parseSendRequest(recorded(name))).toHaveProperty('request');
  });

  it('reads recipient, quote and correlation id', () => {
    expect(message(recorded('req_text.json'))).toMatchObject({
      input: '+5491155501234',
      waId: '5491155501234',
      userId: null,
      replyTo: 'wamid.HBgNZml4dHVyZS0wMQ==',
      correlationId: 'outbox:9f1c',
      body: { type: 'text', content: { body: 'Hola' } },
    });
    expect(message(recorded('req_text_bsuid.json'))).toMatchObject({ waId: null, userId: 'GB.55667788990011223344' });
    expect(message(text({ recipient: 'EC.1', to: '593 99 123-4567' }))).toMatchObject({
      waId: '593991234567',
      userId: null,
    });
  });

  it('tells reading from typing', () => {
    expect(parseSendRequest(recorded('req_mark_read.json'))).toMatchObject({
      request: { kind: 'read', typing: false },
    });
    expect(parseSendRequest(recorded('req_mark_read_typing.json'))).toMatchObject({
      request: { kind: 'read', typing: true },
    });
    expect(parseSendRequest({ messaging_product: 'whatsapp', status: 'seen', message_id: 'x' })).toMatchObject({
      refusal: { code: 131009 },
    });
    expect(parseSendRequest({ messaging_product: 'whatsapp', status: 'read' })).toMatchObject({
      refusal: { code: 131008 },
    });
  });

  it.each([
    ['nothing', undefined, 131008],
    ['no product', { ...text(), messaging_product: undefined }, 131009],
    ['no recipient', { ...text(), to: undefined }, 131008],
    ['a word as number', text({ to: 'María' }), 131009],
    ['too short a number', text({ to: '+59399' }), 131009],
    ['a malformed scoped id', text({ to: undefined, recipient: 'sam' }), 131009],
    ['an unknown type', { ...base, type: 'poll', poll: {} }, 100],
    ['an inherited name as type', { ...base, type: 'constructor' }, 100],
    ['a text without text', { ...base, type: 'text' }, 131008],
    ['an empty body', text({ text: { body: '' } }), 131009],
    ['4097 characters', text({ text: { body: 'x'.repeat(4097) } }), 100],
    ['an object as body', text({ text: { body: { a: 1 } } }), 131009],
    ['an unknown key', text({ text: { body: 'x', colour: 'red' } }), 100],
    ['513 characters of callback data', text({ biz_opaque_callback_data: 'x'.repeat(513) }), 100],
    ['media without source', { ...base, type: 'image', image: { caption: 'x' } }, 131009],
    ['media with two sources', { ...base, type: 'image', image: { id: '1', link: 'https://a.b/c' } }, 131009],
    ['a caption on audio', { ...base, type: 'audio', audio: { id: '1', caption: 'x' } }, 100],
    ['a caption of 1025', { ...base, type: 'image', image: { id: '1', caption: 'x'.repeat(1025) } }, 100],
    ['a latitude of 91', { ...base, type: 'location', location: { latitude: 91, longitude: 0 } }, 100],
    ['no contacts', { ...base, type: 'contacts', contacts: [] }, 131009],
    ['four buttons', buttons(reply('1', 'a'), reply('2', 'b'), reply('3', 'c'), reply('4', 'd')), 100],
    ['a title of 21', buttons(reply('1', 'x'.repeat(21))), 100],
    ['equal titles', buttons(reply('1', 'a'), reply('2', 'a')), 131009],
    ['equal button ids', buttons(reply('1', 'a'), reply('1', 'b')), 131009],
    [
      'eleven rows',
      list([
        { title: 'A', rows: rows(6) },
        { title: 'B', rows: rows(5, 6) },
      ]),
      131009,
    ],
    ['untitled sections', list([{ title: 'A', rows: rows(1) }, { rows: rows(1, 1) }]), 131009],
    ['equal row ids', list([{ title: 'A', rows: [...rows(1), ...rows(1)] }]), 131009],
    ['a description of 73', list([{ rows: [{ id: '1', title: 'a', description: 'x'.repeat(73) }] }]), 100],
    ['an image header on a list', list([{ rows: rows(1) }], { header: { type: 'image', image: {} } }), 131009],
    ['a footer of 61', list([{ rows: rows(1) }], { footer: { text: 'x'.repeat(61) } }), 100],
    ['an unknown interactive', interactive({ type: 'dance', body: { text: 'x' } }), 131009],
    ['no interactive type', interactive({ body: { text: 'x' } }), 131009],
  ])('refuses %s', (_name, json, code) => {
    expect(parseSendRequest(json)).toMatchObject({ refusal: { code } });
  });

  it('takes everything at its limit', () => {
    expect(
      message(text({ text: { body: 'x'.repeat(4096) }, biz_opaque_callback_data: 'x'.repeat(512) })),
    ).toBeDefined();
    expect(message(buttons(reply('1', 'x'.repeat(20)), reply('2', 'b'), reply('3', 'c')))).toBeDefined();
    expect(
      message(list([{ title: 'x'.repeat(24), rows: rows(10) }], { footer: { text: 'x'.repeat(60) } })),
    ).toBeDefined();
  });

  it('names the parameter as Meta does', () => {
    expect(parseSendRequest(text({ text: { body: 'x'.repeat(4097) } }))).toEqual({
      refusal: { code: 100, details: "Param text['body'] must be at most 4096 characters long." },
    });
  });
});
