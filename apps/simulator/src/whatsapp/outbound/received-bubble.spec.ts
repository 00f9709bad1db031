import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { ThreadMessage } from '../../phone/thread-message.js';
import { receivedBubble } from './received-bubble.js';
import { parseSendRequest } from './send-request.js';

const FIXTURES = new URL('../../../../api-e2e/fixtures/whatsapp/outbound/', import.meta.url);

function bubbleOf(json: object): ThreadMessage {
  const parsed = parseSendRequest(json);
  if ('refusal' in parsed || parsed.request.kind !== 'message') throw new Error(JSON.stringify(parsed));
  return receivedBubble(parsed.request, 'wamid.1', '2026-11-21T12:00:00.000Z', null);
}
const recorded = (name: string): ThreadMessage => bubbleOf(JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')));

describe('receivedBubble', () => {
  it('shows a text with its quote and keeps the correlation id', () => {
    expect(recorded('req_text.json')).toEqual({
      id: 'wamid.1',
      direction: 'received',
      type: 'text',
      text: 'Hola',
      header: null,
      footer: null,
      media: null,
      details: null,
      actions: [],
      listLabel: null,
      replyTo: 'wamid.HBgNZml4dHVyZS0wMQ==',
      reactions: { mine: null, theirs: null },
      status: 'accepted',
      reached: [],
      failureCode: null,
      edited: false,
      deleted: false,
      at: '2026-11-21T12:00:00.000Z',
      correlationId: 'outbox:9f1c',
      webhook: null,
    });
  });

  it.each([
    ['req_image_id.json', { id: '1037543291543636', link: null, voice: false }, 'Catalogo'],
    ['req_audio.json', { id: '1037543291543637', link: null, voice: true }, null],
    [
      'req_document_link.json',
      { id: null, link: 'https://files.example.com/q/881.pdf', fileName: 'quote-881.pdf' },
      'Quote',
    ],
  ])('shows the file of %s', (name, media, text) => {
    expect(recorded(name)).toMatchObject({ media, text });
  });

  it.each([
    ['req_location.json', 'Store, Av. Example 123'],
    ['req_contacts.json', 'Ana Gomez'],
    ['req_interactive_product.json', 'This one?'],
    ['req_interactive_product_list.json', 'Our picks'],
    ['req_interactive_catalog.json', 'Catalogue'],
  ])('says in words what %s is', (name, text) => {
    expect(recorded(name)).toMatchObject({ text });
    expect(recorded(name).details).not.toBeNull();
  });

  it('offers the buttons of a question', () => {
    expect(recorded('req_interactive_buttons.json')).toMatchObject({
      text: 'Confirm?',
      footer: 'Reply below',
      actions: [
        { kind: 'reply', id: 'yes', title: 'Yes', url: null },
        { kind: 'reply', id: 'no', title: 'No', url: null },
      ],
    });
  });

  it('offers the rows of a list under its label', () => {
    expect(recorded('req_interactive_list.json')).toMatchObject({
      header: 'Slots',
      text: 'Pick one',
      listLabel: 'See slots',
      actions: [{ kind: 'row', id: 's10', title: '10:00', description: 'With Ana', section: 'Tomorrow' }],
    });
  });

  it.each([
    ['req_interactive_cta_url.json', { kind: 'url', title: 'Pay', url: 'https://pay.example.com/i/881' }],
    ['req_interactive_location_request.json', { kind: 'send_location' }],
    ['req_interactive_contact_request.json', { kind: 'share_contact' }],
    ['req_interactive_product.json', { kind: 'catalogue' }],
  ])('offers what %s asks for', (name, action) => {
    expect(recorded(name).actions).toEqual([expect.objectContaining(action)]);
  });

  it('shows a template filled in, header, buttons and all', () => {
    const parsed = parseSendRequest({
      messaging_product: 'whatsapp',
      to: '593991234567',
      type: 'template',
      template: { name: 'x', language: { code: 'es' } },
    });
    if ('refusal' in parsed || parsed.request.kind !== 'message') throw new Error('refused');
    const bubble = receivedBubble(parsed.request, 'wamid.2', 'now', {
      headerText: null,
      headerMedia: { kind: 'image', id: '7', link: null },
      body: 'Ana, esta semana tienes 15 %',
      footer: 'Responde SALIR',
      buttons: [
        { kind: 'url', text: 'Ver', payload: '', url: 'https://tienda.example.com/o/audio' },
        { kind: 'quick_reply', text: 'No más', payload: 'stop', url: null },
      ],
    });
    expect(bubble).toMatchObject({
      type: 'template',
      header: null,
      text: 'Ana, esta semana tienes 15 %',
      footer: 'Responde SALIR',
      media: { id: '7' },
      details: { headerKind: 'image' },
      actions: [
        { kind: 'url', id: 'Ver', url: 'https://tienda.example.com/o/audio' },
        { kind: 'quick_reply', id: 'stop', title: 'No más' },
      ],
    });
  });
});
