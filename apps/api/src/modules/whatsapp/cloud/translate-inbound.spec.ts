import { describe, expect, it } from '@jest/globals';
import type { ChannelEvent, InboundMessageEvent } from '../../channels/index.js';
import { translateInbound } from './translate-inbound.js';
import { LUCIA, NUMBER } from './testing/expected-messages.js';
import { RECEIVED_AT } from './testing/fixtures.js';

const METADATA = { display_phone_number: '15550001234', phone_number_id: NUMBER };
const CONTACT = { profile: { name: 'Lucia Pérez' }, wa_id: '5491155501234', user_id: 'AR.10203040506070809010' };

function eventsOf(value: unknown, field = 'messages', entry: object = {}): ChannelEvent[] {
  const translation = translateInbound(
    { object: 'whatsapp_business_account', entry: [{ id: 'WABA', ...entry, changes: [{ field, value }] }] },
    RECEIVED_AT,
  );
  return translation.kind === 'translated' ? translation.events : [];
}

function messageOf(message: object, contacts: unknown = [CONTACT]): InboundMessageEvent {
  const [event] = eventsOf({
    metadata: METADATA,
    contacts,
    messages: [
      { from: '5491155501234', id: 'wamid.1', timestamp: '1790000000', type: 'text', text: { body: 'hi' }, ...message },
    ],
  });
  if (event?.kind !== 'message') throw new Error(`not a message: ${JSON.stringify(event)}`);
  return event;
}

describe('bodies that are not ours', () => {
  it.each([
    [null],
    ['x'],
    [[]],
    [{}],
    [{ object: 'instagram', entry: [] }],
    [{ object: 'whatsapp_business_account' }],
    [{ object: 'whatsapp_business_account', entry: {} }],
  ])('%j is not understood, with a reason', (body) => {
    expect(translateInbound(body, RECEIVED_AT)).toMatchObject({
      kind: 'not_understood',
      reason: expect.stringMatching(/\.$/),
    });
  });
});

describe('one bad item', () => {
  it('is kept as a notice and hides none of its neighbours', () => {
    const good = (id: string) => ({
      from: '5491155501234',
      id,
      timestamp: '1790000000',
      type: 'text',
      text: { body: id },
    });
    const bad = [
      null,
      7,
      'x',
      [],
      {},
      { id: 'only-id' },
      { from: '5491155501234', type: 'text' },
      { ...good('x'.repeat(513)) },
      { ...good('a\0b') },
    ];
    const events = eventsOf({ metadata: METADATA, messages: [good('wamid.a'), ...bad, good('wamid.b')] });
    expect(events.flatMap((event) => (event.kind === 'message' ? [event.providerMessageId] : []))).toEqual([
      'wamid.a',
      'wamid.b',
    ]);
    expect(events.filter((event) => event.kind === 'notice').map((event) => event.notice)).toEqual(
      bad.map(() => ({ kind: 'unknown', field: 'messages' })),
    );
  });

  it('of a kind of status we do not know is kept too', () => {
    expect(
      eventsOf({ metadata: METADATA, statuses: [{ id: 'wamid.1', status: 'warned', timestamp: '1790000000' }] }),
    ).toMatchObject([{ kind: 'notice', notice: { kind: 'unknown', field: 'statuses' } }]);
  });
});

describe('senders', () => {
  const other = { profile: { name: 'Other' }, wa_id: '447700900123', user_id: 'GB.1' };

  it('match contacts by id, never by position', () => {
    expect(messageOf({}, [other, CONTACT]).sender).toEqual(LUCIA);
    expect(messageOf({}, [other, { ...other, wa_id: '1555', user_id: 'US.1' }]).sender).toEqual({
      identities: [{ kind: 'wa_id', value: '5491155501234' }],
      phone: '+5491155501234',
    });
  });

  it('take the name of a lone contact, but not ids that contradict the message', () => {
    expect(messageOf({}, [other]).sender).toEqual({
      identities: [{ kind: 'wa_id', value: '5491155501234' }],
      phone: '+5491155501234',
      name: 'Other',
    });
    expect(messageOf({ from: undefined }, [CONTACT]).sender).toEqual(LUCIA);
  });

  it('are found in a full batch of thousands, each with its own name', () => {
    const people = Array.from({ length: 5000 }, (_, index) => ({
      profile: { name: `P${index}` },
      wa_id: String(5_930_000_000_000 + index),
    }));
    const messages = people
      .map(({ wa_id }, index) => ({
        from: wa_id,
        id: `wamid.${index}`,
        timestamp: '1790000000',
        type: 'text',
        text: { body: 'x' },
      }))
      .reverse();
    const names = eventsOf({ metadata: METADATA, contacts: people, messages }).map((event) =>
      event.kind === 'message' ? event.sender.name : undefined,
    );
    expect(names).toEqual(people.map(({ profile }) => profile.name).reverse());
  });

  it('understand a BSUID where a phone belongs and never make a phone of it', () => {
    expect(messageOf({ from: 'GB.ENT.55aZ' }, []).sender).toEqual({
      identities: [{ kind: 'bsuid', value: 'GB.ENT.55aZ' }],
    });
  });

  it('keep names storable and short', () => {
    const named = (name: unknown): string | undefined => messageOf({}, [{ ...CONTACT, profile: { name } }]).sender.name;
    expect(named('a\0b\ud800')).toBe('a\uFFFDb\uFFFD');
    expect(named(`${'x'.repeat(199)}🙏y`)).toBe('x'.repeat(199));
    expect(named({ toString: 'x' })).toBeUndefined();
  });
});

describe('times', () => {
  it.each([
    ['1790000000', '2026-09-21T14:13:20.000Z', undefined],
    [1790000000, '2026-09-21T14:13:20.000Z', undefined],
    ['1790000000123', '2026-09-21T14:13:20.123Z', undefined],
    ['NaN', RECEIVED_AT.toISOString(), true],
    ['', RECEIVED_AT.toISOString(), true],
    [undefined, RECEIVED_AT.toISOString(), true],
    ['0', RECEIVED_AT.toISOString(), true],
    ['-1', RECEIVED_AT.toISOString(), true],
    ['1e300', RECEIVED_AT.toISOString(), true],
    ['Infinity', RECEIVED_AT.toISOString(), true],
    [{}, RECEIVED_AT.toISOString(), true],
    ['1795300000', RECEIVED_AT.toISOString(), true],
  ])('%p is %s (assumed: %p)', (timestamp, at, assumed) => {
    const event = messageOf({ timestamp });
    expect([event.at, event.atAssumed]).toEqual([at, assumed]);
  });
});

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

describe('keys', () => {
  const keyOf = (value: unknown, field: string, entry: object = {}): string | undefined =>
    eventsOf(value, field, entry)[0]?.dedupeKey;

  it('of a status tell group participants apart', () => {
    const statuses = ['1', '2'].map((participant) => ({
      id: 'wamid.1',
      status: 'read',
      timestamp: '1790000000',
      recipient_type: 'group',
      recipient_participant_id: participant,
    }));
    expect(eventsOf({ metadata: METADATA, statuses }).map((event) => event.dedupeKey)).toEqual([
      'wamid.1:read:1',
      'wamid.1:read:2',
    ]);
  });

  it('of a notice ignore the order of properties, and tell times, accounts and facts apart', () => {
    const key = keyOf({ event: 'X', detail: { a: 1, b: [1, 2] } }, 'account_update', { time: 1 });
    expect(keyOf({ detail: { b: [1, 2], a: 1 }, event: 'X' }, 'account_update', { time: 1 })).toBe(key);
    const others = [
      keyOf({ event: 'X', detail: { a: 1, b: [2, 1] } }, 'account_update', { time: 1 }),
      keyOf({ event: 'X', detail: { a: 1, b: [1, 2] } }, 'account_update', { time: 2 }),
      keyOf({ event: 'X', detail: { a: 1, b: [1, 2] } }, 'account_alerts', { time: 1 }),
      keyOf({ event: 'X', detail: { a: '1', b: [1, 2] } }, 'account_update', { time: 1 }),
    ];
    expect(new Set([key, ...others]).size).toBe(5);
  });
});

describe('the account', () => {
  it.each([
    ['account_update', { event: 'ACCOUNT_DELETED' }, 'blocked'],
    ['account_update', { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SCAM' } }, 'warning'],
    ['account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } }, 'info'],
    ['account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE' } }, 'warning'],
    [
      'account_update',
      {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: [{ restriction_type: 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING' }],
      },
      'blocked',
    ],
    ['account_update', { event: 'PARTNER_ADDED' }, 'info'],
    ['account_alerts', { alert_info: { alert_severity: 'CRITICAL', alert_type: 'OBA_APPROVED' } }, 'warning'],
    ['account_alerts', { alert_severity: 'INFORMATIONAL' }, 'info'],
    ['business_capability_update', { max_daily_conversations_per_business: 1000 }, 'info'],
  ])('%s %j is %s', (field, value, severity) => {
    expect(eventsOf(value, field, { time: 1_790_000_000 })).toMatchObject([
      { kind: 'notice', address: 'WABA', notice: { kind: 'account', severity } },
    ]);
  });

  it('writes template languages as they are listed', () => {
    expect(
      eventsOf(
        {
          event: 'PAUSED',
          message_template_id: 1,
          message_template_name: 'x',
          message_template_language: 'en-US',
          reason: null,
        },
        'message_template_status_update',
      ),
    ).toMatchObject([{ notice: { kind: 'template_status', templateId: '1', language: 'en_US', status: 'PAUSED' } }]);
  });
});
