import { describe, expect, it } from '@jest/globals';
import { parseSendRequest } from './send-request.js';

const base = { messaging_product: 'whatsapp', to: '+593991234567' };
const body = { text: 'x' };
const sent = (interactive: object) => parseSendRequest({ ...base, type: 'interactive', interactive });
const content = (type: string, value: unknown) => parseSendRequest({ ...base, type, [type]: value });
const long = (length: number) => 'x'.repeat(length);

const items = (count: number) => Array.from({ length: count }, (_, index) => ({ product_retailer_id: `p${index}` }));
const productList = (...counts: number[]) => ({
  type: 'product_list',
  header: { type: 'text', text: 'Ofertas' },
  body,
  action: { catalog_id: 'c', sections: counts.map((count) => ({ title: 'A', product_items: items(count) })) },
});
const link = (parameters: object) => ({ type: 'cta_url', body, action: { name: 'cta_url', parameters } });
const product = { type: 'product', action: { catalog_id: 'c', product_retailer_id: 'p' } };
const catalogue = { type: 'catalog_message', body, action: { name: 'catalog_message' } };
const place = { type: 'location_request_message', body, action: { name: 'send_location' } };
const contact = { type: 'contact_request', body, action: { name: 'request_contact_info' } };
const flow = { type: 'flow', body, action: { name: 'flow', parameters: { flow_id: '1' } } };

describe('what a business may put under a message', () => {
  it.each([
    ['a link', link({ display_text: long(20), url: 'https://pay.example.com/1' })],
    ['a product without words', product],
    ['a product with words', { ...product, body, footer: { text: long(60) } }],
    ['thirty products', productList(10, 10, 10)],
    ['the catalogue', catalogue],
    [
      'the catalogue from an item on',
      { ...catalogue, action: { ...catalogue.action, parameters: { thumbnail: 'p' } } },
    ],
    ['a request for the place', place],
    ['a request for the number', contact],
    ['a form', flow],
    ['an image above', { ...link({ display_text: 'Ver', url: 'http://a.b' }), header: { type: 'image', image: {} } }],
  ])('is %s', (_name, interactive) => {
    expect(sent(interactive)).toHaveProperty('request');
  });

  it.each([
    ['a link of 21 letters', link({ display_text: long(21), url: 'https://a.b' }), 100, 'display_text'],
    ['a link to a script', link({ display_text: 'Ver', url: 'javascript:alert(1)' }), 131009, 'url'],
    ['a link nowhere', link({ display_text: 'Ver' }), 131008, 'url'],
    ['thirty-one products', productList(30, 1), 131009, 'At most 30 products.'],
    ['a section without products', productList(0), 131009, 'product_items'],
    ['eleven sections', productList(...Array.from({ length: 11 }, () => 1)), 100, 'sections'],
    ['products without a header', { ...productList(1), header: undefined }, 131008, 'header'],
    ['a product of no catalogue', { ...product, action: { product_retailer_id: 'p' } }, 131008, 'catalog_id'],
    ['a catalogue without words', { ...catalogue, body: undefined }, 131008, 'body'],
    ['a catalogue by another name', { ...catalogue, action: { name: 'catalogue' } }, 131009, 'name'],
    ['a footer under a place', { ...place, footer: { text: 'x' } }, 100, 'footer'],
    ['a contact request of 1025', { ...contact, body: { text: long(1025) } }, 100, 'body'],
    ['a form without parameters', { ...flow, action: { name: 'flow' } }, 131008, 'parameters'],
    ['a video header without video', { ...flow, header: { type: 'video' } }, 131008, 'video'],
    ['a header that does not exist', { ...flow, header: { type: 'hologram' } }, 131009, 'header'],
  ])('is never %s', (_name, interactive, code, words) => {
    const refusal = sent(interactive);
    expect(refusal).toMatchObject({ refusal: { code, details: expect.stringContaining(words) } });
  });
});

describe('what a business may send', () => {
  const name = { formatted_name: 'Ana' };
  const template = (over: object) => ({ name: 'hola', language: { code: 'es' }, ...over });

  it.each([
    ['video', { id: '1', caption: long(1024) }],
    ['document', { link: 'https://a.b/c.pdf', filename: long(240) }],
    ['audio', { id: '1', voice: true }],
    ['sticker', { id: '1' }],
    ['location', { latitude: '-0.18', longitude: '-78.48', name: long(1000) }],
    ['location', { latitude: 90, longitude: -180 }],
    ['contacts', [{ name, phones: [{ phone: '+593' }], birthday: '2000-01-01' }]],
    ['contacts', Array.from({ length: 257 }, () => ({ name }))],
    ['reaction', { message_id: 'wamid.1', emoji: '' }],
    ['template', template({ components: [{ type: 'button', sub_type: 'url', index: '9', parameters: [] }] })],
  ])('is %s %j', (type, value) => {
    expect(content(type, value)).toHaveProperty('request');
  });

  it.each([
    ['video', { id: '1', caption: long(1025) }, 100, "video['caption']"],
    ['document', { id: '1', filename: long(241) }, 100, "document['filename']"],
    ['document', { link: 'ftp://a.b/c.pdf' }, 131009, "document['link']"],
    ['sticker', { id: '1', caption: 'x' }, 100, 'caption'],
    ['sticker', {}, 131009, 'Exactly one of id and link'],
    ['location', { latitude: 1 }, 131009, "location['longitude']"],
    ['location', { latitude: 0, longitude: 181 }, 100, 'at most 180'],
    ['location', { latitude: -91, longitude: 0 }, 131009, "location['latitude']"],
    ['contacts', [{ phones: [] }], 131008, "contacts['0']['name']"],
    ['contacts', Array.from({ length: 258 }, () => ({ name })), 100, 'elements'],
    ['reaction', { emoji: '👍' }, 131008, "reaction['message_id']"],
    ['reaction', { message_id: 'x', emoji: long(65) }, 100, "reaction['emoji']"],
    ['template', template({ language: {} }), 131008, "template['language']['code']"],
    ['template', template({ name: '' }), 131009, "template['name']"],
    ['template', template({ components: [{ type: 'button', index: 10 }] }), 100, 'at most 9'],
    ['template', template({ namespace: 'x' }), 100, 'namespace'],
  ])('is never %s %j', (type, value, code, words) => {
    expect(content(type, value)).toMatchObject({ refusal: { code, details: expect.stringContaining(words) } });
  });
});
