import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { contactOf, envelope, inboundChange, numberHead, type Person } from './envelope.js';

const FIXTURES = new URL('../../../../api-e2e/fixtures/whatsapp/inbound/', import.meta.url);
const recorded = (name: string): { entry: { changes: { value: { messages: Record<string, unknown>[] } }[] }[] } =>
  JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8'));

const account = {
  phoneNumberId: '441785372345678',
  businessAccountId: '215589313241560883',
  displayNumber: '+1 555 000 1234',
  accessToken: '',
  appSecret: '',
  verifyToken: '',
};
const lucia: Person = { name: 'Lucia Pérez', waId: '5491155501234', userId: 'AR.10203040506070809010', username: null };
const sam: Person = { name: 'Sam R', waId: null, userId: 'GB.55667788990011223344', username: '@sam.r' };

describe('envelope', () => {
  it.each([
    ['01_text.json', lucia],
    ['03_text_username_no_phone.json', sam],
    ['10_image_caption.json', lucia],
    ['21_interactive_button_reply.json', lucia],
    ['30_system_user_changed_number.json', null],
  ] as [string, Person | null][])('wraps a message as %s was', (name, person) => {
    const webhook = recorded(name);
    const message = webhook.entry[0]?.changes[0]?.value.messages[0] ?? {};
    expect(envelope(account, [inboundChange(account, person, message)], 0)).toEqual(webhook);
  });

  it('puts updates of the number and of the account into entries of their own', () => {
    const template = { field: 'message_template_status_update', value: { event: 'APPROVED' } };
    const message = inboundChange(account, lucia, { id: 'wamid.1', type: 'text' });
    expect(envelope(account, [template, message, template], 1_790_001_111)).toMatchObject({
      object: 'whatsapp_business_account',
      entry: [
        { id: '215589313241560883', changes: [expect.objectContaining({ field: 'messages' })] },
        expect.objectContaining({ id: '215589313241560883', changes: [template, template], time: 1_790_001_111 }),
      ],
    });
    expect(envelope(account, [message], 0)).not.toHaveProperty('entry.0.time');
  });

  it('writes the number in digits', () => {
    expect(numberHead(account)).toEqual({
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '15550001234', phone_number_id: '441785372345678' },
    });
  });

  it('tells of a person what WhatsApp would', () => {
    expect(contactOf(lucia)).toEqual({
      profile: { name: 'Lucia Pérez' },
      wa_id: '5491155501234',
      user_id: 'AR.10203040506070809010',
    });
    expect(contactOf(sam)).toEqual({
      profile: { name: 'Sam R', username: '@sam.r' },
      user_id: 'GB.55667788990011223344',
    });
  });
});
