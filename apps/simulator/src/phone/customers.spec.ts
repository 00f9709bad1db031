import { describe, expect, it } from '@jest/globals';
import { Customers, presentCustomer, windowOpen } from './customers.js';
import { emptyMessage, previewOf, reach } from './thread-message.js';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const HOUR = 3_600_000;

describe('Customers', () => {
  it('starts with demo people, one of them without a phone', () => {
    const all = new Customers().all();
    expect(all.length).toBeGreaterThanOrEqual(4);
    expect(all.filter(({ waId }) => waId === null)).toHaveLength(1);
    expect(all.every(({ automatic }) => !automatic)).toBe(true);
  });

  it('finds a person by phone in any form and by scoped id', () => {
    const customers = new Customers();
    const ana = customers.add({ name: 'Ana', phone: '+593 99-700 1122' });
    expect(ana.id).toBe('593997001122');
    expect(customers.find('+593 997001122')).toBe(ana);
    expect(customers.find(ana.userId)).toBe(ana);
    expect(customers.find('593000')).toBeUndefined();
  });

  it('does not add the same phone or username twice', () => {
    const customers = new Customers();
    const first = customers.add({ name: 'Sam', username: 'sam.r' });
    expect(first).toMatchObject({ waId: null, username: '@sam.r', id: first.userId });
    expect(customers.add({ name: 'Other', username: '@sam.r' })).toBe(first);
  });

  it('makes up the stranger a business writes to, and keeps only so many', () => {
    const customers = new Customers();
    const before = customers.all().length;
    const first = customers.recipient('12025550123', null);
    expect(first).toMatchObject({ kept: true, customer: { name: '+12025550123', automatic: true } });
    expect(customers.recipient('12025550123', null).customer).toBe(first.customer);
    expect(customers.recipient(null, first.customer.userId).customer).toBe(first.customer);
    for (let i = 0; i < 2100; i++) customers.recipient(String(15_550_000_000 + i), null);
    expect(customers.all()).toHaveLength(before + 2000);
    expect(customers.recipient('15559999999', null)).toMatchObject({ kept: false, customer: { waId: '15559999999' } });
  });
});

describe('windowOpen', () => {
  it.each([
    [null, false],
    [NOW, true],
    [NOW - 24 * HOUR, true],
    [NOW - 24 * HOUR - 1, false],
  ])('with the last message at %s is %s', (last, open) => {
    expect(windowOpen(last, NOW)).toBe(open);
  });
});

describe('presentCustomer', () => {
  it('counts what was not read and shows the last line', () => {
    const customers = new Customers();
    const chat = customers.chat(customers.add({ name: 'Ana', phone: '593997001122', label: 'fría' }), '100200300');
    const at = new Date(NOW).toISOString();
    const received = (id: string, status: 'read' | 'delivered' | 'failed') =>
      emptyMessage({ id, direction: 'received', type: 'text', text: id, at, status });
    chat.thread.push(
      received('a', 'read'),
      received('b', 'delivered'),
      received('c', 'failed'),
      emptyMessage({ id: 'd', direction: 'sent', type: 'image', text: 'mira', at }),
    );
    chat.lastInboundAt = NOW;
    expect(presentCustomer(chat, NOW + HOUR)).toMatchObject({
      phone: '+593997001122',
      number: '100200300',
      label: 'fría',
      unread: 1,
      windowOpen: true,
      lastMessage: { preview: '📷 mira', direction: 'sent' },
    });
  });
});

describe('thread messages', () => {
  it('never let a status go back', () => {
    const message = emptyMessage({ id: 'm', direction: 'received', type: 'text', at: 'T0' });
    for (const [status, at] of [
      ['delivered', 'T1'],
      ['sent', 'T2'],
      ['delivered', 'T3'],
      ['read', 'T4'],
    ] as const)
      reach(message, status, at);
    expect([message.status, message.reached]).toEqual([
      'read',
      [
        { status: 'delivered', at: 'T1' },
        { status: 'read', at: 'T4' },
      ],
    ]);
  });

  it('preview something for every type', () => {
    expect(previewOf(emptyMessage({ id: '1', direction: 'sent', type: 'unsupported', at: '' }))).toBe('unsupported');
    expect(
      previewOf(emptyMessage({ id: '1', direction: 'sent', type: 'text', text: 'x'.repeat(200), at: '' })),
    ).toHaveLength(120);
  });
});
