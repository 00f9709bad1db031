import { describe, expect, it } from '@jest/globals';
import { afterInbound, type ConversationBefore, type InboundFact } from './inbound-effect.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 20, 12, minute));
const before = (over: Partial<ConversationBefore> = {}): ConversationBefore => ({
  id: 'c',
  contactId: 'p',
  channelId: 'ch',
  status: 'open',
  owner: 'nobody',
  assistantMode: 'off',
  assigneeId: null,
  teamId: null,
  inboundCount: 0,
  lastMessageAt: null,
  lastInboundAt: null,
  waitingSince: null,
  ...over,
});
const fact = (id: string, sent: number, over: Partial<InboundFact> = {}): InboundFact => ({
  id,
  sentAt: at(sent),
  receivedAt: at(sent + 1),
  type: 'text',
  preview: id,
  waits: true,
  ...over,
});

describe('afterInbound', () => {
  it('shows the latest by provider time, whatever the order of arrival', () => {
    const after = afterInbound(before(), [fact('b', 5), fact('a', 3)]);
    expect(after.lastMessage?.id).toBe('b');
    expect(after.inboundAdded).toBe(2);
  });

  it('keeps what is shown when a late message is older', () => {
    expect(afterInbound(before({ lastMessageAt: at(9) }), [fact('late', 2)]).lastMessage).toBeNull();
  });

  it('counts the wait from the first received that nobody answered', () => {
    expect(afterInbound(before(), [fact('b', 5), fact('a', 3)]).waitingSince).toEqual(at(4));
    expect(afterInbound(before({ waitingSince: at(1) }), [fact('a', 3)]).waitingSince).toEqual(at(1));
  });

  it('opens what was closed or snoozed, and lets the assistant begin again where it may', () => {
    expect(
      afterInbound(before({ status: 'closed', assistantMode: 'auto', owner: 'person' }), [fact('a', 1)]),
    ).toMatchObject({ status: 'open', reopened: true, owner: 'assistant' });
    expect(afterInbound(before({ status: 'closed', assistantMode: 'suggest' }), [fact('a', 1)])).toMatchObject({
      owner: 'nobody',
      reopened: true,
    });
    expect(afterInbound(before({ status: 'follow_up', owner: 'person' }), [fact('a', 1)])).toMatchObject({
      status: 'open',
      reopened: false,
      owner: 'person',
    });
  });

  it('leaves a closed conversation closed for what a blocked customer writes, but knows that they wrote', () => {
    const after = afterInbound(before({ status: 'closed', lastInboundAt: at(0) }), [fact('b', 7, { waits: false })]);
    expect(after).toMatchObject({
      status: 'closed',
      reopened: false,
      inboundAdded: 0,
      lastInboundAt: at(7),
      waitingSince: null,
    });
  });

  it.each(['system', 'reaction'])('does not take a line of type %s for words of the customer', (type) => {
    const line = fact('s', 7, { type, waits: false });
    expect(afterInbound(before({ lastInboundAt: at(0) }), [line]).lastInboundAt).toEqual(at(0));
    expect(afterInbound(before(), [line]).lastInboundAt).toBeNull();
    expect(afterInbound(before(), [fact('a', 3), line])).toMatchObject({
      lastInboundAt: at(3),
      lastMessage: { id: 's' },
    });
  });

  it('never lets the last inbound time go back', () => {
    expect(afterInbound(before({ lastInboundAt: at(30) }), [fact('late', 2)]).lastInboundAt).toEqual(at(30));
  });
});
