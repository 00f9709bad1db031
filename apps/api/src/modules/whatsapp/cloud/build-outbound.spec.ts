import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MessageContent, OutboundMessage, TemplateContent } from '../../channels/index.js';
import { buildOutbound, buildReadMark } from './build-outbound.js';
import type { SendableMedia } from './outbound/media-body.js';
import { outboundFixture, outboundNames } from './testing/fixtures.js';

const LUCIA: OutboundMessage['to'] = {
  identities: [
    { kind: 'bsuid', value: 'AR.1' },
    { kind: 'wa_id', value: '5491155501234' },
  ],
  phone: '+5491155501234',
};
const SAM: OutboundMessage['to'] = { identities: [{ kind: 'bsuid', value: 'GB.55667788990011223344' }] };

const message = (content: MessageContent, over: Partial<OutboundMessage> = {}): OutboundMessage => ({
  correlationId: '',
  to: LUCIA,
  content,
  ...over,
});
const interactive = (content: object): OutboundMessage =>
  message({ type: 'interactive', ...content } as MessageContent);
const template = (over: Partial<TemplateContent>): MessageContent => ({
  type: 'template',
  name: 't',
  language: 'en_US',
  text: '',
  buttons: [],
  header: {},
  body: {},
  buttonParameters: [],
  ...over,
});

/** Fixture name -> the channel-neutral message it is made from. */
const requests: Record<string, [OutboundMessage, SendableMedia?]> = {
  req_text: [
    message(
      { type: 'text', text: 'Hola', previewUrl: false },
      { replyToProviderId: 'wamid.HBgNZml4dHVyZS0wMQ==', correlationId: 'outbox:9f1c' },
    ),
  ],
  req_text_bsuid: [message({ type: 'text', text: 'Hi Sam' }, { to: SAM })],
  req_image_id: [message({ type: 'image', caption: 'Catalogo' }), { id: '1037543291543636', fileName: 'ignored.jpg' }],
  req_document_link: [
    message({
      type: 'document',
      caption: 'Quote',
      fileName: 'quote-881.pdf',
      remote: { providerMediaId: '', contentType: 'application/pdf', url: 'https://files.example.com/q/881.pdf' },
    }),
  ],
  req_audio: [message({ type: 'audio', voice: true }), { id: '1037543291543637' }],
  req_location: [
    message({ type: 'location', latitude: -34.6, longitude: -58.38, name: 'Store', address: 'Av. Example 123' }),
  ],
  req_contacts: [
    message({
      type: 'contacts',
      contacts: [
        { name: 'Ana Gomez', phones: [{ phone: '+5491155509999', type: 'WORK', waId: '5491155509999' }], emails: [] },
      ],
    }),
  ],
  req_reaction: [message({ type: 'reaction', targetProviderMessageId: 'wamid.HBgNZml4dHVyZS0wMQ==', emoji: '👍' })],
  req_interactive_buttons: [
    interactive({
      kind: 'buttons',
      body: 'Confirm?',
      footer: 'Reply below',
      buttons: [
        { id: 'yes', title: 'Yes' },
        { id: 'no', title: 'No' },
      ],
    }),
  ],
  req_interactive_list: [
    interactive({
      kind: 'list',
      header: 'Slots',
      body: 'Pick one',
      button: 'See slots',
      sections: [{ title: 'Tomorrow', rows: [{ id: 's10', title: '10:00', description: 'With Ana' }] }],
    }),
  ],
  req_interactive_cta_url: [
    interactive({ kind: 'link_button', body: 'Pay here', label: 'Pay', url: 'https://pay.example.com/i/881' }),
  ],
  req_interactive_product: [
    interactive({ kind: 'product', body: 'This one?', catalogId: '354160437058000', retailerId: 'SKU-1' }),
  ],
  req_interactive_product_list: [
    interactive({
      kind: 'product_list',
      header: 'For you',
      body: 'Our picks',
      catalogId: '354160437058000',
      sections: [{ title: 'Burgers', retailerIds: ['SKU-1', 'SKU-2'] }],
    }),
  ],
  req_interactive_catalog: [interactive({ kind: 'catalogue', body: 'Catalogue', thumbnailRetailerId: 'SKU-1' })],
  req_interactive_location_request: [interactive({ kind: 'location_request', body: 'Where are you?' })],
  req_interactive_contact_request: [
    message({ type: 'interactive', kind: 'phone_request', body: 'May we have your number?' }, { to: SAM }),
  ],
  req_template_positional: [
    message(
      template({
        name: 'order_confirmation',
        headerMediaAssetId: 'asset',
        body: { '2': '860198-230332', '1': 'Pablo' },
        buttonParameters: [
          { index: 1, kind: 'url', value: '860198-230332' },
          { index: 2, kind: 'quick_reply', value: 'confirm:ord-881' },
        ],
      }),
    ),
    { id: '1037543291543638', fileName: 'receipt.pdf', contentType: 'application/pdf' },
  ],
  req_template_named: [
    message(template({ name: 'reservation_confirmation', body: { day: 'Saturday', time: '7:30 pm' } })),
  ],
  req_template_auth: [
    message(
      template({
        name: 'verification_code',
        body: { '1': 'J4K2' },
        buttonParameters: [{ index: 0, kind: 'url', value: 'J4K2' }],
      }),
    ),
  ],
};

describe('requests', () => {
  it.each(Object.entries(requests))('%s is built byte for byte as documented', (name, [outbound, media]) => {
    expect(buildOutbound(outbound, media)).toEqual({ ok: true, body: outboundFixture(name) });
  });

  it('marks read, with typing and without', () => {
    expect(buildReadMark('wamid.HBgNZml4dHVyZS0wMQ==', false)).toEqual(outboundFixture('req_mark_read'));
    expect(buildReadMark('wamid.HBgNZml4dHVyZS0wMQ==', true)).toEqual(outboundFixture('req_mark_read_typing'));
  });

  it('covers every documented request but the creation of templates, which is done in Meta', () => {
    const covered = [...Object.keys(requests), 'req_mark_read', 'req_mark_read_typing', 'req_create_template'];
    expect(outboundNames('req_')).toEqual(covered.sort());
  });
});

describe('recipients', () => {
  const to = (outbound: OutboundMessage['to']): unknown => {
    const result = buildOutbound(message({ type: 'text', text: 'x' }, { to: outbound }));
    return result.ok ? [result.body.to, result.body.recipient] : result.failure.reason;
  };

  it('always sends a plus, prefers the phone and never rewrites it', () => {
    expect(to({ identities: [{ kind: 'wa_id', value: '5491155501234' }] })).toEqual(['+5491155501234', undefined]);
    expect(to({ identities: SAM.identities, phone: '+5215512345678' })).toEqual(['+5215512345678', undefined]);
    expect(to(SAM)).toEqual([undefined, 'GB.55667788990011223344']);
  });

  it('refuses what would reach nobody or a stranger', () => {
    expect(to({ identities: [] })).toBe('recipient_unreachable');
    expect(to({ identities: SAM.identities, phone: '1155501234' })).toBe('recipient_unreachable');
    expect(to({ identities: [{ kind: 'igsid', value: '1' }] })).toBe('recipient_unreachable');
  });
});

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
