import { beforeEach, describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { keys } from './api/keys';
import type { PhoneChange, PhoneMessage, PhoneThread } from './api/phone';
import { mediaAddress } from './api/phone-queries';
import { applyChange } from './hooks/use-phone-feed';
import { customerFrom, customerProblems, EMPTY_CUSTOMER } from './model/customer-form';
import { FAILURE_CODES, isFailureCode } from './model/failure-codes';
import { duration, timelineOf } from './model/timeline';
import { withNote, type TrailNote } from './model/trail';
import { aCustomer, aMessage } from './testing/a-message';
import { aTurn } from './testing/a-trace';

const AT = '2026-11-21T12:00:00.000Z';
const NOW = Date.parse(AT);
const change = (over: Partial<PhoneChange>): PhoneChange => ({
  seq: 1,
  kind: 'message',
  customerId: 'c1',
  data: null,
  ...over,
});
const answer = (over: Partial<PhoneMessage> = {}) => aMessage({ id: 'b1', direction: 'received', at: AT, ...over });

describe('a change of the feed', () => {
  let client: QueryClient;
  beforeEach(() => {
    client = new QueryClient();
    client.setQueryData<PhoneThread>(keys.thread('c1'), {
      customer: aCustomer({ id: 'c1' }),
      messages: [answer({ status: 'sent' })],
    });
  });
  const thread = () => client.getQueryData<PhoneThread>(keys.thread('c1'))?.messages ?? [];
  const stale = (key: readonly unknown[]) => client.getQueryState([...key])?.isInvalidated;

  it('puts a new bubble in its thread, once, and asks for the lists again', () => {
    const told = change({ data: aMessage({ id: 'n', at: '2026-11-21T12:01:00.000Z' }) });
    expect(applyChange(client, told)).toBe(true);
    applyChange(client, told);
    expect(thread().map(({ id }) => id)).toEqual(['b1', 'n']);
  });

  it('moves a known message on in its place', () => {
    applyChange(client, change({ data: answer({ status: 'delivered' }) }));
    expect(thread().map(({ status }) => status)).toEqual(['delivered']);
  });

  it('leaves the thread of a phone that nobody opened to be fetched', () => {
    expect(applyChange(client, change({ customerId: 'other', data: aMessage() }))).toBe(true);
    expect(client.getQueryData(keys.thread('other'))).toBeUndefined();
  });

  it('minds no change that carries no message or belongs to nobody', () => {
    expect(applyChange(client, change({ data: { x: 1 } }))).toBe(true);
    applyChange(client, change({ customerId: null, data: aMessage({ id: 'n' }) }));
    expect(thread()).toHaveLength(1);
  });

  it('takes switches as they are, and asks again for the clock', () => {
    client.setQueryData(keys.clock, { now: AT });
    const switches = { statuses: 'shuffled', refusals: [] };
    expect(applyChange(client, change({ kind: 'switches', customerId: null, data: switches }))).toBe(false);
    expect(client.getQueryData(keys.switches)).toEqual(switches);
    expect(applyChange(client, change({ kind: 'clock', customerId: null }))).toBe(false);
    expect(stale(keys.clock)).toBe(true);
  });

  it('asks for everything again after a reset, and for nothing twice', () => {
    client.setQueryData(keys.customers, { data: [], total: 0 });
    expect(applyChange(client, change({ kind: 'reset', customerId: null }))).toBe(false);
    expect([stale(keys.customers), stale(keys.thread('c1'))]).toEqual([true, true]);
  });

  it.each([
    ['customer', true],
    ['typing', false],
  ] as const)('of kind %s is worth asking for lists: %p', (kind, worth) => {
    expect(applyChange(client, change({ kind }))).toBe(worth);
  });
});

describe('the trail', () => {
  const note = (id: string): TrailNote => ({ id, customerId: 'c1', at: NOW, kind: 'clicked', link: 'Bio', text: null });

  it('keeps each note once and forgets the oldest', () => {
    const many = Array.from({ length: 250 }, (_, index) => note(`n${index}`)).reduce(
      withNote,
      [] as readonly TrailNote[],
    );
    expect([many.length, many[0]?.id, many.at(-1)?.id]).toEqual([200, 'n50', 'n249']);
    expect(withNote(many, note('n249'))).toBe(many);
  });
});

describe('the timeline', () => {
  it('counts an answer from the first thing that was asked, and only once', () => {
    const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();
    const entries = timelineOf(
      [
        aMessage({ id: 'q1', at: at(0) }),
        aMessage({ id: 'q2', at: at(2) }),
        answer({ id: 'a1', at: at(5) }),
        answer({ id: 'a2', at: at(6) }),
      ],
      [],
      [aTurn({ id: 't', createdAt: at(4) })],
    );
    expect(entries.map((entry) => entry.id)).toEqual(['a2', 'a1', 't', 'q2', 'q1']);
    const waits = entries.flatMap((entry) => (entry.kind === 'answered' ? [entry.afterMs] : []));
    expect(waits).toEqual([null, 5000]);
  });

  it.each([
    [0, 'es', /^0 ms$/],
    [999.6, 'es', /^1000 ms$/],
    [1400, 'es', /^1,4 s$/],
    [1400, 'en', /^1\.4 sec$/],
    [180_000, 'pt-BR', /^3 min$/],
    [90_000_000, 'es', /^25 h$/],
  ])('writes %i ms in %s', (ms, language, words) => {
    expect(duration(ms, language).replace(/\s/g, ' ')).toMatch(words);
  });
});

describe('somebody new', () => {
  const fields = (over: Partial<typeof EMPTY_CUSTOMER>) => ({ ...EMPTY_CUSTOMER, name: 'Camila', ...over });

  it.each([
    [{ name: ' ', phone: '' }, ['name', 'phone']],
    [{ phone: '+593 (99) 123-4567' }, []],
    [{ phone: '123456' }, ['phone']],
    [{ phone: 'letters' }, ['phone']],
    [{ by: 'username' as const, username: '@camila.v' }, []],
    [{ by: 'username' as const, username: 'ñandú_1' }, []],
    [{ by: 'username' as const, username: 'a b c' }, ['username']],
    [{ by: 'username' as const, username: 'x'.repeat(36) }, ['username']],
  ])('with %p has the problems %p', (over, problems) => {
    expect(customerProblems(fields(over))).toEqual(problems);
  });

  it('is asked for without what was only typed on the way', () => {
    expect(customerFrom(fields({ by: 'username', username: ' @camila ', phone: '+593', label: '  ' }))).toEqual({
      name: 'Camila',
      username: '@camila',
    });
  });
});

describe('small rules', () => {
  it('know which refusals have words', () => {
    expect(FAILURE_CODES.every(isFailureCode)).toBe(true);
    expect(isFailureCode(1)).toBe(false);
  });

  it.each([
    [{ id: 'f1', link: null }, '/api/v1/simulator/phone/customers/c1/media/f1'],
    [{ id: null, link: 'https://cdn.test/a.png' }, 'https://cdn.test/a.png'],
    [{ id: null, link: null }, null],
  ])('find the bytes of %p at %s', (media, address) => {
    expect(mediaAddress('c1', media)).toBe(address);
  });
});
