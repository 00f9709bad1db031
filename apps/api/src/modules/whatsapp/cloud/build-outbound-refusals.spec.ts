import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OutboundMessage } from '../../channels/index.js';
import { buildOutbound } from './build-outbound.js';
import { interactive, message, template } from './testing/outbound-message.js';

describe('refusals', () => {
  const buttons = (count: number, title = 'Button') =>
    Array.from({ length: count }, (_, index) => ({ id: String(index), title: `${title} ${index}` }));
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: String(index), title: `Row ${index}` }));
  const cases: [string, OutboundMessage, string][] = [
    ['text over 4096', message({ type: 'text', text: 'x'.repeat(4097) }), 'text_too_long'],
    ['blank text', message({ type: 'text', text: ' \n' }), 'text_missing'],
    [
      'caption over 1024',
      message({ type: 'image', caption: 'x'.repeat(1025), remote: { providerMediaId: '1', contentType: 'image/png' } }),
      'text_too_long',
    ],
    [
      'caption on audio',
      message({ type: 'audio', caption: 'x', remote: { providerMediaId: '1', contentType: 'audio/ogg' } }),
      'caption_not_allowed',
    ],
    ['media that is nowhere', message({ type: 'image' }), 'media_missing'],
    ['four buttons', interactive({ kind: 'buttons', body: 'x', buttons: buttons(4) }), 'buttons_count'],
    ['no buttons', interactive({ kind: 'buttons', body: 'x', buttons: [] }), 'buttons_count'],
    [
      'a long button',
      interactive({ kind: 'buttons', body: 'x', buttons: buttons(1, 'A title of twenty chars') }),
      'text_too_long',
    ],
    [
      'twin buttons',
      interactive({
        kind: 'buttons',
        body: 'x',
        buttons: [
          { id: 'a', title: 'A' },
          { id: 'b', title: 'A' },
        ],
      }),
      'buttons_repeated',
    ],
    ['a long body', interactive({ kind: 'buttons', body: 'x'.repeat(1025), buttons: buttons(1) }), 'text_too_long'],
    [
      'eleven rows over two sections',
      interactive({
        kind: 'list',
        body: 'x',
        button: 'b',
        sections: [
          { title: 'a', rows: rows(6) },
          { title: 'b', rows: rows(5) },
        ],
      }),
      'rows_count',
    ],
    [
      'twin rows',
      interactive({
        kind: 'list',
        body: 'x',
        button: 'b',
        sections: [
          { title: 'a', rows: rows(2) },
          { title: 'b', rows: rows(1) },
        ],
      }),
      'rows_repeated',
    ],
    [
      'an unnamed section of two',
      interactive({
        kind: 'list',
        body: 'x',
        button: 'b',
        sections: [{ rows: rows(1) }, { title: 'b', rows: [{ id: 'z', title: 'z' }] }],
      }),
      'text_missing',
    ],
    [
      'a link that is a script',
      interactive({ kind: 'link_button', body: 'x', label: 'y', url: 'javascript:alert(1)' }),
      'link_invalid',
    ],
    [
      '31 products',
      interactive({
        kind: 'product_list',
        header: 'h',
        body: 'x',
        catalogId: '1',
        sections: [{ title: 'a', retailerIds: rows(31).map(({ id }) => id) }],
      }),
      'products_count',
    ],
    ['an answer sent out', interactive({ kind: 'button_reply', id: '1', title: 'x' }), 'type_not_sendable'],
    ['a note', message({ type: 'note', text: 'x', mentions: [] }), 'type_not_sendable'],
    ['an empty template value', message(template({ body: { name: '' } })), 'template_value'],
    ['a template value with a line break', message(template({ body: { name: 'a\nb' } })), 'template_value'],
    [
      'an empty button value',
      message(template({ buttonParameters: [{ index: 0, kind: 'copy_code', value: '' }] })),
      'template_value',
    ],
    ['a header file that is nowhere', message(template({ headerMediaAssetId: 'asset' })), 'media_missing'],
    [
      'a nameless card',
      message({ type: 'contacts', contacts: [{ name: '', phones: [], emails: [] }] }),
      'contact_nameless',
    ],
    [
      'a long attempt id',
      message({ type: 'text', text: 'x' }, { correlationId: 'x'.repeat(513) }),
      'correlation_too_long',
    ],
  ];

  it.each(cases)('refuses %s in words', (_name, outbound, code) => {
    const result = buildOutbound(outbound);
    expect(result).toMatchObject({ ok: false, failure: { code: `hilo_${code}`, class: 'permanent' } });
    expect(result.ok ? '' : result.failure.title).toMatch(/^[A-Z].+\.$/);
  });

  it('takes what is exactly at the limit, counting an emoji as one', () => {
    expect(buildOutbound(message({ type: 'text', text: '🙏'.repeat(4096) })).ok).toBe(true);
    expect(
      buildOutbound(interactive({ kind: 'list', body: 'x', button: 'b', sections: [{ rows: rows(10) }] })).ok,
    ).toBe(true);
  });

  it('never cuts a text: it goes out whole or not at all', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5000, size: 'max' }), (text) => {
        const result = buildOutbound(message({ type: 'text', text }));
        if (result.ok) expect(result.body.text).toEqual({ body: text });
        else expect(text.trim() === '' || [...text].length > 4096).toBe(true);
      }),
    );
  });
});
