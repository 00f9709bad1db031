import { describe, expect, it } from '@jest/globals';
import { later, message, outgoing } from '../testing/samples';
import { threadItems, unreadMark } from './thread-items';

const day = (at: string) => at.slice(0, 10);
const shape = (...given: Parameters<typeof threadItems>) =>
  threadItems(...given).map((item) =>
    item.kind === 'group' ? `${item.actor}:${item.messages.map(({ id }) => id).join('+')}` : item.kind,
  );

describe('how a thread is drawn', () => {
  it('groups what one actor says within three minutes', () => {
    const messages = [
      message({ id: 'a', at: later(0) }),
      message({ id: 'b', at: later(3) }),
      message({ id: 'c', at: later(7) }),
      outgoing({ id: 'd', at: later(8) }),
    ];
    expect(shape(messages, day)).toEqual(['date', 'customer:a+b', 'customer:c', 'advisor:d']);
  });

  it('keeps advisors, ISAC, campaigns and notes apart', () => {
    const by = (kind: 'assistant' | 'campaign', id: string) => outgoing({ id, author: { kind, id: null, name: null } });
    const messages = [
      outgoing({ id: 'a' }),
      outgoing({ id: 'b', author: { kind: 'advisor', id: 'u2', name: 'Mateo' } }),
      outgoing({ id: 'n', type: 'note', author: { kind: 'advisor', id: 'u2', name: 'Mateo' } }),
      by('assistant', 'i'),
      by('campaign', 'k'),
    ];
    expect(shape(messages, day)).toEqual(['date', 'advisor:a', 'advisor:b', 'note:n', 'assistant:i', 'automation:k']);
  });

  it('puts a date before each day and lets system lines stand alone', () => {
    const messages = [
      message({ id: 'a' }),
      message({ id: 's', type: 'system', text: 'cambió de número' }),
      message({ id: 'b' }),
      message({ id: 'c', at: later(60 * 24) }),
    ];
    expect(shape(messages, day)).toEqual(['date', 'customer:a', 'system', 'customer:b', 'date', 'customer:c']);
  });

  it('marks where the unseen begins, splitting a group if need be', () => {
    const messages = [message({ id: 'a' }), message({ id: 'b' }), message({ id: 'c' })];
    expect(shape(messages, day, unreadMark(messages, 2))).toEqual(['date', 'customer:a', 'unread', 'customer:b+c']);
  });

  it('keeps the key of a message from the outbox to its arrival, so that its bubble is not drawn anew', () => {
    const waiting = outgoing({ id: 'outbox-k', clientMessageId: 'k' });
    const arrived = outgoing({ id: 'm9', clientMessageId: 'k' });
    const keyOf = (one: typeof waiting) => threadItems([one], day).at(-1)?.key;
    expect(keyOf(waiting)).toBe(keyOf(arrived));
  });
});

describe('the mark of the unseen', () => {
  it('counts incoming messages from the end', () => {
    const messages = [message({ id: 'a' }), message({ id: 'b' }), outgoing({ id: 'x' }), message({ id: 'c' })];
    expect(unreadMark(messages, 2)).toEqual({ messageId: 'b', count: 2 });
  });

  it('stands before the first one loaded when more are unseen than loaded, and nowhere when nothing is', () => {
    expect(unreadMark([message({ id: 'a' })], 40)).toEqual({ messageId: 'a', count: 40 });
    expect(unreadMark([message()], 0)).toBeNull();
    expect(unreadMark([outgoing()], 3)).toBeNull();
  });
});
