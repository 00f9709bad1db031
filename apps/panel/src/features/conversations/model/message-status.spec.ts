import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { failure, message, outgoing } from '../testing/samples';
import { tickOf, withStatus } from './message-status';

const news = (status: string) => ({ status, statusTimes: { [status]: `${status}-time` }, failure: null });
const STEPS = ['queued', 'sending', 'sent', 'delivered', 'read'] as const;

describe('the status of a message', () => {
  it('stays read when "delivered" is told late, and still learns when that was', () => {
    const read = withStatus(outgoing({ status: 'sent' }), news('read'));
    const after = withStatus(read, news('delivered'));
    expect(after.status).toBe('read');
    expect(after.statusTimes).toEqual({ read: 'read-time', delivered: 'delivered-time' });
  });

  it('ends at the furthest step whatever order the news come in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...STEPS], { minLength: 1 }), (order) => {
        const end = order.reduce((known, status) => withStatus(known, news(status)), outgoing({ status: 'queued' }));
        const furthest = [...order, 'queued' as const].sort((a, b) => STEPS.indexOf(b) - STEPS.indexOf(a))[0];
        expect(end.status).toBe(furthest);
      }),
    );
  });

  it('takes a failure over "sent", and "delivered" over a failure of one of several devices', () => {
    const refused = failure({ code: '131026', reason: 'recipient_unreachable', retryable: false });
    const failed = withStatus(outgoing(), { status: 'failed', statusTimes: {}, failure: refused });
    expect([failed.status, failed.failure]).toEqual(['failed', refused]);
    expect(withStatus(failed, news('sent')).status).toBe('failed');
    expect(withStatus(failed, news('delivered'))).toMatchObject({ status: 'delivered', failure: null });
  });

  it('starts over when a failed message is tried again', () => {
    const failed = outgoing({ status: 'failed', failure: failure() });
    expect(withStatus(failed, news('queued'))).toMatchObject({ status: 'queued', failure: null });
  });
});

describe('the mark of a message', () => {
  it('is only for what we sent, and what was played was read', () => {
    expect(tickOf(message())).toBeNull();
    expect(tickOf(outgoing({ status: null }))).toBeNull();
    expect(tickOf(outgoing({ status: 'played' }))).toBe('read');
    expect(tickOf(outgoing({ status: 'sending' }))).toBe('queued');
    expect(tickOf(outgoing({ status: 'a new one' as 'unknown' }))).toBe('queued');
  });
});
