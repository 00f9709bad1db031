import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterInbound, type ConversationAfter, type ConversationBefore, type InboundFact } from './inbound-effect.js';

const BASE = Date.UTC(2026, 10, 20, 12);
const at = (seconds: number): Date => new Date(BASE + seconds * 1000);

const before = fc.record({
  id: fc.constant('c'),
  contactId: fc.constant('p'),
  channelId: fc.constant('ch'),
  status: fc.constantFrom('open', 'follow_up', 'closed' as const),
  owner: fc.constantFrom('assistant', 'person', 'nobody' as const),
  assistantMode: fc.constantFrom('auto', 'suggest', 'off' as const),
  assigneeId: fc.constantFrom(null, 'u'),
  teamId: fc.constant(null),
  inboundCount: fc.nat(9),
  lastMessageAt: fc.option(fc.integer({ min: -500, max: 500 }).map(at)),
  lastInboundAt: fc.option(fc.integer({ min: -500, max: 500 }).map(at)),
  waitingSince: fc.option(fc.integer({ min: -500, max: 0 }).map(at)),
}) as fc.Arbitrary<ConversationBefore>;

/** As they are received, one after the other; the provider's time may be any. */
const facts = fc
  .array(
    fc.record({
      sent: fc.integer({ min: -300, max: 300 }),
      waits: fc.boolean(),
      type: fc.constantFrom('text', 'system'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) =>
    list.map(({ sent, waits, type }, index): InboundFact => {
      const id = String(index).padStart(3, '0');
      return { id, sentAt: at(sent), receivedAt: at(400 + index), type, preview: id, waits: waits && type === 'text' };
    }),
  );

const next = (earlier: ConversationBefore, after: ConversationAfter): ConversationBefore => ({
  ...earlier,
  status: after.status,
  owner: after.owner,
  inboundCount: earlier.inboundCount + after.inboundAdded,
  lastMessageAt: after.lastMessage?.sentAt ?? earlier.lastMessageAt,
  lastInboundAt: after.lastInboundAt,
  waitingSince: after.waitingSince,
});
const without = ({ lastMessage: _last, reopened: _reopened, inboundAdded: _added, ...rest }: ConversationAfter) => rest;

describe('a batch of messages', () => {
  it('does the same in whatever order it is looked at', () => {
    fc.assert(
      fc.property(before, facts, fc.func(fc.integer()), (conversation, list, by) => {
        const shuffled = [...list].sort((a, b) => by(a.id) - by(b.id));
        expect(afterInbound(conversation, shuffled)).toEqual(afterInbound(conversation, list));
      }),
    );
  });

  it('does the same as its messages in two batches', () => {
    fc.assert(
      fc.property(before, facts, fc.nat(8), (conversation, list, cut) => {
        const [first, second] = [list.slice(0, cut), list.slice(cut)];
        fc.pre(first.length > 0 && second.length > 0);
        const one = afterInbound(conversation, list);
        const half = afterInbound(conversation, first);
        const two = afterInbound(next(conversation, half), second);
        expect(without(two)).toEqual(without(one));
        expect(half.inboundAdded + two.inboundAdded).toBe(one.inboundAdded);
        expect(half.reopened || two.reopened).toBe(one.reopened);
        expect((two.lastMessage ?? half.lastMessage)?.id).toBe(one.lastMessage?.id);
      }),
    );
  });

  it('never loses the wait, the count, or a moment of the customer', () => {
    fc.assert(
      fc.property(before, facts, (conversation, list) => {
        const after = afterInbound(conversation, list);
        expect(after.inboundAdded).toBe(list.filter(({ waits }) => waits).length);
        const written = list.filter(({ type }) => type === 'text').map(({ sentAt }) => sentAt);
        const moments = [...written, ...(conversation.lastInboundAt ? [conversation.lastInboundAt] : [])];
        expect(after.lastInboundAt).toEqual(moments.length > 0 ? new Date(Math.max(...moments.map(Number))) : null);
        if (conversation.waitingSince) expect(after.waitingSince).toEqual(conversation.waitingSince);
        else expect(after.waitingSince !== null).toBe(after.inboundAdded > 0);
      }),
    );
  });

  it('that asks for nobody leaves status and owner as they are', () => {
    fc.assert(
      fc.property(before, facts, (conversation, list) => {
        const silent = list.map((fact) => ({ ...fact, waits: false }));
        const { status, owner, reopened } = afterInbound(conversation, silent);
        expect([status, owner, reopened]).toEqual([conversation.status, conversation.owner, false]);
      }),
    );
  });
});
