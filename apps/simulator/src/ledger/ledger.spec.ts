import { describe, expect, it } from '@jest/globals';
import { countEntries, Ledger } from './ledger.js';

const AT = '2026-11-21T00:00:00.000Z';

function filled(): Ledger {
  const ledger = new Ledger(2);
  const message = { at: AT, answered: true, body: { a: 1 } };
  ledger.append({ ...message, type: 'text', to: '593991', id: 'w1', correlationId: 'm1' });
  ledger.append({ ...message, type: 'template', to: '593992', id: 'w2', correlationId: 'm2', answered: false });
  ledger.append({ ...message, type: 'template', to: '593992', id: 'w3', correlationId: 'm2' });
  ledger.append({ ...message, type: 'read', to: null, id: 'w0', correlationId: null });
  ledger.append({ ...message, type: 'text', to: 'EC.77', id: 'w4', correlationId: null });
  return ledger;
}

describe('Ledger', () => {
  it('numbers in order of acceptance', () => {
    expect(
      filled()
        .select({})
        .map(({ seq, id }) => [seq, id]),
    ).toEqual([
      [1, 'w1'],
      [2, 'w2'],
      [3, 'w3'],
      [4, 'w0'],
      [5, 'w4'],
    ]);
    expect(filled().lastSeq()).toBe(5);
  });

  it.each([
    [{ since: 3 }, ['w0', 'w4']],
    [{ type: 'template' }, ['w2', 'w3']],
    [{ to: '+593 991' }, ['w1']],
    [{ to: 'EC.77' }, ['w4']],
    [{ correlationId: 'm2', since: 2 }, ['w3']],
  ])('selects by %j', (filter, ids) => {
    expect(
      filled()
        .select(filter)
        .map(({ id }) => id),
    ).toEqual(ids);
  });

  it('keeps only the latest bodies, and every entry', () => {
    expect(
      filled()
        .select({})
        .map((entry) => 'body' in entry),
    ).toEqual([false, false, false, true, true]);
  });

  it('counts per type, recipient and correlation id, and names repeats', () => {
    expect(countEntries(filled().select({}))).toEqual({
      total: 5,
      byType: { text: 2, template: 2, read: 1 },
      byRecipient: { 593991: 1, 593992: 2, 'EC.77': 1 },
      byCorrelationId: { m1: 1, m2: 2 },
      repeatedCorrelationIds: ['m2'],
      unanswered: 1,
    });
  });

  it('counts refusals by code and forgets everything on reset', () => {
    const ledger = filled();
    ledger.countRefusal(131047);
    ledger.countRefusal(131047);
    ledger.countRefusal(100);
    expect(ledger.refusals()).toEqual({ 131047: 2, 100: 1 });
    ledger.reset();
    expect([ledger.lastSeq(), ledger.refusals()]).toEqual([0, {}]);
  });
});
