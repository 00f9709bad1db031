import { describe, expect, it } from '@jest/globals';
import type { OutboundMessage } from '../../channels/index.js';
import { buildOutbound, buildReadMark } from './build-outbound.js';
import type { SendableMedia } from './outbound/media-body.js';
import { outboundFixture, outboundNames } from './testing/fixtures.js';
import { interactive, message, SAM, template } from './testing/outbound-message.js';

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
