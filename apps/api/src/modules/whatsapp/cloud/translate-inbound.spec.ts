import { describe, expect, it } from '@jest/globals';
import { translateInbound } from './translate-inbound.js';
import { RECEIVED_AT } from './testing/fixtures.js';
import { eventsOf, METADATA } from './testing/inbound-events.js';

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
