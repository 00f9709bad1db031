import { describe, expect, it } from '@jest/globals';
import { NO_CONTACTS } from './contact-book.js';
import { statusEvent } from './status-event.js';

const scope = { address: '100200300', contacts: NO_CONTACTS, receivedAt: new Date('2026-11-20T10:00:00.000Z') };
const status = (over: object = {}) =>
  statusEvent(
    { id: 'wamid.out', status: 'delivered', timestamp: '1763632800', recipient_id: '593991112222', ...over },
    scope,
  );

describe('a status', () => {
  it('tells which message, what became of it, when, and for whom', () => {
    expect(status()).toEqual({
      kind: 'status',
      dedupeKey: 'wamid.out:delivered',
      address: '100200300',
      at: '2025-11-20T10:00:00.000Z',
      providerMessageId: 'wamid.out',
      status: 'delivered',
      recipient: '593991112222',
    });
  });

  it.each(['sent', 'delivered', 'read', 'played', 'failed'])('may be %s', (kind) => {
    expect(status({ status: kind })).toMatchObject({ status: kind, dedupeKey: `wamid.out:${kind}` });
  });

  it.each([['deleted'], ['SENT'], [''], [null], [undefined], [3], ['toString'], [{}]])(
    'that says %j is none we know',
    (kind) => {
      expect(status({ status: kind })).toBeUndefined();
    },
  );

  it.each([[''], [null], [undefined], [{}], ['x'.repeat(600)], ['a\0b']])('of a message named %j is of none', (id) => {
    expect(status({ id })).toBeUndefined();
  });

  it('gives back what we sent along, and nothing that could not have been ours', () => {
    expect(status({ biz_opaque_callback_data: 'attempt-1' })).toHaveProperty('correlationId', 'attempt-1');
    expect(status({ biz_opaque_callback_data: '' })).not.toHaveProperty('correlationId');
    expect(status({ biz_opaque_callback_data: 'x'.repeat(600) })).not.toHaveProperty('correlationId');
  });

  it('is another fact for each participant of a group', () => {
    const keys = ['593991110001', '593991110002'].map((participant) =>
      status({ recipient_participant_id: participant }),
    );
    expect(new Set(keys.map((event) => event?.dedupeKey)).size).toBe(2);
    expect(status({ recipient_participant_user_id: 'EC.1' })?.dedupeKey).toBe('wamid.out:delivered:EC.1');
  });

  it('names a recipient without a phone by the user id', () => {
    expect(status({ recipient_id: undefined, recipient_user_id: 'GB.55' })).toHaveProperty('recipient', 'GB.55');
    expect(status({ recipient_id: undefined })).not.toHaveProperty('recipient');
  });

  it('explains a failure, also one without an explanation', () => {
    const failed = status({
      status: 'failed',
      errors: [{ code: 131047, title: 'Re-engagement message' }, { code: 1 }],
    });
    expect(failed).toMatchObject({ failure: { code: '131047', reason: 'window_closed', class: 'permanent' } });
    for (const errors of [undefined, [], 'x', [null], [[]]]) {
      expect(status({ status: 'failed', errors })).toMatchObject({ failure: { code: 'unknown', class: 'permanent' } });
    }
    expect(status({ errors: [{ code: 131047 }] })).not.toHaveProperty('failure');
  });

  it('tells what it cost as far as it is told', () => {
    const full = { category: 'marketing', type: 'regular', pricing_model: 'PMP', billable: true };
    expect(status({ pricing: full })).toHaveProperty('pricing', {
      category: 'marketing',
      type: 'regular',
      model: 'PMP',
      billable: true,
    });
    expect(status({ pricing: { category: 'service', billable: 'no' } })).toHaveProperty('pricing', {
      category: 'service',
    });
    for (const pricing of [undefined, {}, { billable: true }, { category: '' }, 'x'])
      expect(status({ pricing })).not.toHaveProperty('pricing');
  });

  it('without a believable time is dated by its receipt', () => {
    expect(status({ timestamp: 'soon' })).toMatchObject({ at: '2026-11-20T10:00:00.000Z', atAssumed: true });
  });
});
