import { describe, expect, it } from '@jest/globals';
import { NO_CONTACTS } from './contact-book.js';
import { echoEvent, messageEvents } from './message-events.js';

const scope = { address: '100200300', contacts: NO_CONTACTS, receivedAt: new Date('2026-11-20T10:00:00.000Z') };
const text = { id: 'wamid.1', from: '593991112222', timestamp: '1763632800', type: 'text', text: { body: 'Hola' } };
const read = (over: object) => messageEvents({ ...text, ...over }, scope);
const first = (over: object) => read(over)?.[0];

describe('a message', () => {
  it('is one event with its sender and its own key', () => {
    expect(read({})).toEqual([
      {
        kind: 'message',
        dedupeKey: 'wamid.1',
        address: '100200300',
        at: '2025-11-20T10:00:00.000Z',
        providerMessageId: 'wamid.1',
        sender: { identities: [{ kind: 'wa_id', value: '593991112222' }], phone: '+593991112222' },
        content: { type: 'text', text: 'Hola' },
      },
    ]);
  });

  it.each([
    ['no id', { id: undefined }],
    ['an id that cannot be kept', { id: 'a\0b' }],
    ['no sender', { from: undefined }],
    ['a sender that is no number', { from: 'somebody' }],
  ])('with %s is left to be kept as it came', (_name, over) => {
    expect(read(over)).toBeUndefined();
  });

  it.each([
    [{ id: 'wamid.0' }, { replyTo: 'wamid.0' }],
    [{ forwarded: true }, { forwarded: 'once' }],
    [{ frequently_forwarded: true, forwarded: true }, { forwarded: 'many' }],
    [
      { referred_product: { catalog_id: '354', product_retailer_id: 'SKU-1' } },
      { referredProduct: { catalogId: '354', retailerId: 'SKU-1' } },
    ],
    [
      { referred_product: { product_retailer_id: 'SKU-1' } },
      { referredProduct: { catalogId: '', retailerId: 'SKU-1' } },
    ],
  ])('with the context %j tells %j', (context, told) => {
    expect(first({ context })).toMatchObject(told);
  });

  it.each([['x'], [{}], [{ id: '' }], [{ forwarded: 'true' }], [{ referred_product: { catalog_id: '354' } }], [null]])(
    'reads nothing out of the context %j',
    (context) => {
      expect(Object.keys(first({ context }) ?? {}).sort()).toEqual(Object.keys(first({}) ?? {}).sort());
    },
  );

  it('of a group says which', () => {
    expect(first({ group_id: 'Y2FwaV9ncm91cDox' })).toHaveProperty('groupId', 'Y2FwaV9ncm91cDox');
    expect(first({ group_id: '' })).not.toHaveProperty('groupId');
  });
});

describe('an edit and a revocation', () => {
  it('speak of the message they change, under a key of their own', () => {
    const edited = first({
      type: 'edit',
      edit: { original_message_id: 'wamid.0', message: { type: 'text', text: { body: 'Nuevo' } } },
    });
    expect(edited).toMatchObject({
      kind: 'revision',
      dedupeKey: 'wamid.1',
      providerMessageId: 'wamid.0',
      change: { kind: 'edited', content: { type: 'text', text: 'Nuevo' } },
    });
    const revoked = first({ type: 'revoke', revoke: { original_message_id: 'wamid.0' } });
    expect(revoked).toMatchObject({ kind: 'revision', providerMessageId: 'wamid.0', change: { kind: 'revoked' } });
  });

  it('of nothing are left to be kept', () => {
    expect(read({ type: 'edit', edit: {} })).toBeUndefined();
    expect(read({ type: 'revoke' })).toBeUndefined();
    expect(read({ type: 'edit', revoke: { original_message_id: 'wamid.0' } })).toBeUndefined();
  });

  it('without the new words shows that they are missing', () => {
    expect(first({ type: 'edit', edit: { original_message_id: 'wamid.0' } })).toMatchObject({
      change: { content: { type: 'unsupported' } },
    });
  });
});

describe('a changed number', () => {
  const changed = (system: object, over: object = {}) =>
    read({ type: 'system', system: { type: 'user_changed_number', body: 'x', ...system }, ...over });

  it('is shown in the thread and told as the same person', () => {
    const [message, notice] = changed({ wa_id: '593990009999' }) ?? [];
    expect(message).toMatchObject({ kind: 'message', content: { type: 'system', event: 'number_changed' } });
    expect(notice).toMatchObject({
      kind: 'notice',
      dedupeKey: 'wamid.1:identity',
      notice: {
        kind: 'identity_changed',
        previous: { kind: 'wa_id', value: '593991112222' },
        current: { kind: 'wa_id', value: '593990009999' },
      },
    });
  });

  it.each([
    ['the same number', { wa_id: '593991112222' }],
    ['no new number', {}],
    ['something that is no number', { wa_id: 'EC.abc' }],
    ['another kind of change', { type: 'customer_identity_changed', wa_id: '593990009999' }],
  ])('to %s is only shown', (_name, system) => {
    expect(changed(system)).toHaveLength(1);
  });

  it('of somebody without a phone is only shown', () => {
    expect(changed({ wa_id: '593990009999' }, { from: undefined, from_user_id: 'EC.abc' })).toHaveLength(1);
  });

  it('without a time takes over that the time was assumed', () => {
    const events = changed({ wa_id: '593990009999' }, { timestamp: undefined });
    expect(events?.map((event) => event.atAssumed)).toEqual([true, true]);
  });

  it('is attributed to the new number when the old one is not told', () => {
    const [message] = changed({ wa_id: '593990009999' }, { from: undefined }) ?? [];
    expect(message).toMatchObject({ sender: { phone: '+593990009999' } });
  });
});

describe('a shared number', () => {
  const shared = (phones: object[], origin = 'REQUEST_CONTACT_INFO', from?: string) =>
    first({
      from,
      from_user_id: 'GB.1',
      type: 'contacts',
      contacts: [{ origin, name: { formatted_name: 'Sam' }, phones }],
    });

  it('that answers our request becomes the phone of its sender', () => {
    expect(shared([{ wa_id: '447700900123' }])).toMatchObject({
      sender: {
        phone: '+447700900123',
        identities: [
          { kind: 'bsuid', value: 'GB.1' },
          { kind: 'wa_id', value: '447700900123' },
        ],
      },
    });
  });

  it.each([
    ['of somebody else', [{ wa_id: '447700900123' }], 'other', undefined],
    ['with two numbers', [{ wa_id: '447700900123' }, { wa_id: '447700900124' }], undefined, undefined],
    ['without a WhatsApp id', [{ phone: '+44 7700 900123' }], undefined, undefined],
    ['that is no number', [{ wa_id: 'GB.2' }], undefined, undefined],
  ])('%s does not', (_name, phones, origin, from) => {
    expect(shared(phones, origin, from)).not.toHaveProperty('sender.phone');
  });

  it('never replaces the phone that is known', () => {
    expect(shared([{ wa_id: '447700900123' }], undefined, '593991112222')).toHaveProperty(
      'sender.phone',
      '+593991112222',
    );
  });
});

describe('an echo', () => {
  const echo = (over: object) =>
    echoEvent(
      {
        id: 'wamid.e',
        to: '593991112222',
        timestamp: '1763632800',
        type: 'text',
        text: { body: 'Ya le atiendo' },
        ...over,
      },
      scope,
    );

  it('tells what staff wrote, and to whom', () => {
    expect(echo({ context: { id: 'wamid.1' } })).toMatchObject({
      kind: 'echo',
      dedupeKey: 'wamid.e',
      recipient: { phone: '+593991112222' },
      content: { type: 'text', text: 'Ya le atiendo' },
      replyTo: 'wamid.1',
    });
    expect(echo({ to: undefined, to_user_id: 'EC.1' })).toMatchObject({
      recipient: { identities: [{ kind: 'bsuid', value: 'EC.1' }] },
    });
  });

  it('to nobody, or without an id, is left to be kept', () => {
    expect(echo({ to: undefined })).toBeUndefined();
    expect(echo({ id: undefined })).toBeUndefined();
  });
});
