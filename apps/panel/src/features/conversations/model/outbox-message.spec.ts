import { describe, expect, it } from '@jest/globals';
import type { OutboxEntry } from '../../../app/outbox-entry';
import { AT, later, message, outgoing } from '../testing/samples';
import { heldBack, insisting, isNoNews, lastSeenId, movedBy } from './moved-on';
import { withOutbox } from './outbox-message';

const me = { id: 'u1', name: 'Paula Ríos' };
const entry = (over: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: 'k1',
  conversationId: 'c1',
  body: { type: 'text', text: 'Hola', expectedLastMessageId: 'm1' },
  queuedAt: 1000,
  notBefore: 1000,
  attempts: 0,
  failure: null,
  ...over,
});
const moved = (lastMessage: unknown) =>
  entry({ failure: { code: 'conversation_moved_on', detail: '', extra: { lastMessage } } });

describe('messages on their way out', () => {
  it('stand at the end with a clock', () => {
    const shown = withOutbox([message()], [entry()], 'c1', me, 2000);
    expect(shown.at(-1)).toMatchObject({
      text: 'Hola',
      status: 'pending',
      clientMessageId: 'k1',
      outbox: { id: 'k1', undoable: false },
    });
  });

  it('are shown once: the one that arrived takes the place of the one that waits', () => {
    expect(withOutbox([outgoing({ clientMessageId: 'k1' })], [entry()], 'c1', me, 0)).toHaveLength(1);
  });

  it('never show in another conversation, and reactions are no messages', () => {
    const others = [entry({ conversationId: 'c2' }), entry({ id: 'k2', body: { type: 'reaction', emoji: '👍' } })];
    expect(withOutbox([], others, 'c1', me, 0)).toEqual([]);
  });

  it('say what failed, what can be undone and what a template will read', () => {
    const failed = entry({ failure: { code: 'opted_out', detail: 'no', extra: {} } });
    expect(withOutbox([], [failed], 'c1', me, 0)[0]).toMatchObject({
      status: 'failed',
      failure: { reason: 'opted_out', retryable: true },
    });
    expect(withOutbox([], [entry({ notBefore: 9000 })], 'c1', me, 2000)[0]?.outbox?.undoable).toBe(true);
    const template = entry({ body: { type: 'template', templateId: 't1' } });
    expect(withOutbox([], [template], 'c1', me, 0, { k1: 'Hola Ana' })[0]?.text).toBe('Hola Ana');
  });
});

describe('when somebody spoke meanwhile', () => {
  it('knows the last message that was seen, which is never a note nor one on its way', () => {
    const seen = [
      message({ id: 'a' }),
      outgoing({ id: 'n', type: 'note' }),
      outgoing({ id: 'o', outbox: { id: 'k', undoable: false } }),
    ];
    expect(lastSeenId(seen)).toBe('a');
    expect(lastSeenId([])).toBeUndefined();
  });

  it('takes the server at its word about which of two was spoken last, while it may still know more than the server', () => {
    const answer = outgoing({ id: 'b', at: AT, receivedAt: later(2) });
    const ahead = message({ id: 'a', at: later(1), receivedAt: AT });
    expect(lastSeenId([answer, ahead], { id: 'b' })).toBe('b');
    expect(lastSeenId([answer, ahead], { id: 'unseen' })).toBe('a');
    expect(lastSeenId([answer, { ...ahead, receivedAt: later(3) }], { id: 'b' })).toBe('a');
  });

  it('finds the message that was held back, and what came before it', () => {
    const last = message({ id: 'm9' });
    expect(heldBack([entry(), moved(last)], 'c1')).not.toBeNull();
    expect(heldBack([moved(last)], 'c2')).toBeNull();
    expect(movedBy(moved(last))?.id).toBe('m9');
    expect(movedBy(entry())).toBeNull();
  });

  it("does not ask about one's own words", () => {
    expect(isNoNews(moved(outgoing()), 'u1')).toBe(true);
    expect(isNoNews(moved(outgoing()), 'u2')).toBe(false);
    expect(isNoNews(moved(message()), 'u1')).toBe(false);
    expect(isNoNews(entry(), 'u1')).toBe(false);
  });

  it('insists without asking again', () => {
    expect(insisting(entry())).toEqual({ type: 'text', text: 'Hola' });
  });
});
