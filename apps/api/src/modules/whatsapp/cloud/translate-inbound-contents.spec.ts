import { describe, expect, it } from '@jest/globals';
import { CONTACT, eventsOf, messageOf, METADATA } from './testing/inbound-events.js';

describe('contents', () => {
  it('keep a long text whole and cut only beyond 64k', () => {
    const read = (body: string) => messageOf({ text: { body } }).content;
    expect(read('x'.repeat(65_536))).toEqual({ type: 'text', text: 'x'.repeat(65_536) });
    expect(read('x'.repeat(65_537))).toEqual({ type: 'text', text: 'x'.repeat(65_536) });
    expect(read('a\0b\udc00')).toEqual({ type: 'text', text: 'a\uFFFDb\uFFFD' });
    expect(read('')).toEqual({ type: 'text', text: '' });
  });

  it.each([
    [{ type: 'hologram' }, 'hologram'],
    [{ type: 'text', text: undefined }, 'text'],
    [{ type: 'image', image: {} }, 'image'],
    [{ type: 'location', location: { latitude: 91, longitude: 0 } }, 'location'],
    [{ type: 'location', location: { latitude: '1', longitude: 0 } }, 'location'],
    [{ type: 'reaction', reaction: {} }, 'reaction'],
    [{ type: 'contacts', contacts: {} }, 'contacts'],
    [{ type: 'order' }, 'order'],
    [{ type: 'button', button: {} }, 'button'],
    [{ type: 7 }, null],
  ])('%j is shown as unsupported', (message, originalType) => {
    expect(messageOf(message).content).toEqual({
      type: 'unsupported',
      originalType,
      providerCode: null,
      reason: 'WhatsApp did not hand over what this message says.',
    });
  });

  it('tell why media is missing when WhatsApp says so', () => {
    const errors = [
      { code: 131052, title: 'Media download error', error_data: { details: 'The file is larger than 100 MB.' } },
    ];
    expect(messageOf({ type: 'video', errors }).content).toEqual({
      type: 'unsupported',
      originalType: 'video',
      providerCode: 131052,
      reason: 'The file is larger than 100 MB.',
    });
    expect(messageOf({ type: 'interactive', errors }).content).toEqual({
      type: 'interactive',
      kind: 'unknown',
      reason: 'The file is larger than 100 MB.',
    });
  });

  it('copy the answers of a form without reaching prototypes or depths', () => {
    const values = (json: string) => {
      const { content } = messageOf({
        type: 'interactive',
        interactive: { type: 'nfm_reply', nfm_reply: { response_json: json } },
      });
      return content.type === 'interactive' && content.kind === 'form_reply' ? content.values : undefined;
    };
    expect(values('{"__proto__":{"admin":true},"constructor":1,"ok":"a\\u0000","list":[1,{"x":null}]}')).toEqual({
      ok: 'a\uFFFD',
      list: [1, { x: null }],
    });
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
    expect(JSON.stringify(values(`{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`))).toBe('{"a":[[[[["…"]]]]]}');
    for (const json of ['', 'x', '[]', '"x"', 'null']) expect(values(json)).toEqual({});
  });

  it('count a removed reaction by an absent emoji too', () => {
    expect(messageOf({ type: 'reaction', reaction: { message_id: 'wamid.2' } }).content).toEqual({
      type: 'reaction',
      targetProviderMessageId: 'wamid.2',
      emoji: null,
    });
  });

  it('do not follow an edit inside an edit', () => {
    const edit = {
      type: 'edit',
      edit: {
        original_message_id: 'wamid.0',
        message: { type: 'edit', edit: { original_message_id: 'x', message: {} } },
      },
    };
    expect(
      eventsOf({
        metadata: METADATA,
        contacts: [CONTACT],
        messages: [{ from: '5491155501234', id: 'wamid.1', timestamp: '1790000000', ...edit }],
      }),
    ).toMatchObject([
      {
        kind: 'revision',
        providerMessageId: 'wamid.0',
        change: { kind: 'edited', content: { type: 'unsupported', originalType: 'edit' } },
      },
    ]);
  });
});
