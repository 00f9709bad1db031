import { describe, expect, it } from '@jest/globals';
import { problemOfHealth, problemOfSignatures, problemOfWebhooks } from './channel-problems.js';

const latestAt = new Date('2026-11-20T12:00:00.000Z');
const counted = { door: 'whatsapp', latestAt, webhookEventId: 'w1' } as const;

describe('problemOfWebhooks', () => {
  it('says how many and why, and leads to the newest', () => {
    expect(
      problemOfWebhooks({ ...counted, kind: 'unknown_channel', reason: 'not configured here: 999', count: 3 }),
    ).toEqual({
      kind: 'unknown_channel',
      door: 'whatsapp',
      channelId: null,
      count: 3,
      words: '3 webhooks are for a number or account that is not configured: not configured here: 999.',
      latestAt: '2026-11-20T12:00:00.000Z',
      webhookEventId: 'w1',
    });
  });

  it.each([
    ['not_understood', 'One webhook was not understood and kept as received.'],
    ['unknown_channel', 'One webhook is for a number or account that is not configured.'],
    ['set_aside', 'One webhook could not be processed and can be replayed.'],
  ] as const)('counts a single %s in words', (kind, words) => {
    expect(problemOfWebhooks({ ...counted, kind, reason: null, count: 1 }).words).toBe(words);
  });
});

describe('problemOfSignatures', () => {
  it('points at the secret, since nothing of the call was kept', () => {
    const problem = problemOfSignatures('whatsapp', 12, 7);
    expect(problem.words).toContain('12 calls at the door of whatsapp in the last 7 days');
    expect(problem.words).toContain('app secret');
    expect(problem).toMatchObject({ kind: 'bad_signature', count: 12, latestAt: null, webhookEventId: null });
  });
});

describe('problemOfHealth', () => {
  it('names the channel and what is wrong with it', () => {
    const problem = problemOfHealth({
      id: 'c1',
      name: 'Ventas',
      state: 'down',
      reason: 'token expired',
      since: latestAt,
    });
    expect(problem).toMatchObject({
      kind: 'unhealthy',
      channelId: 'c1',
      words: 'Ventas does not work: token expired.',
      latestAt: latestAt.toISOString(),
    });
    expect(problemOfHealth({ id: 'c1', name: 'Ventas', state: 'degraded', reason: null, since: null }).words).toBe(
      'Ventas works with difficulty.',
    );
  });
});
