import { describe, expect, it } from '@jest/globals';
import { readContext, readForm, readUnshown } from './inbound-context';

const of = (content: Record<string, unknown>) => ({ content });

describe('what came along with the words', () => {
  it('is nothing for plain words, and for nonsense', () => {
    const nothing = { forwarded: null, ad: null, product: null };
    expect(readContext(of({ text: 'hola' }))).toEqual(nothing);
    expect(readContext(of({ forwarded: true, referral: 'x', referredProduct: [] }))).toEqual(nothing);
  });

  it.each(['once', 'many'] as const)('is that they were forwarded: %s', (forwarded) => {
    expect(readContext(of({ forwarded })).forwarded).toBe(forwarded);
  });

  it('is the ad that was pressed, with its link only when it is one', () => {
    const referral = {
      source: 'ad',
      sourceId: '1',
      url: 'https://fb.me/3cr4WqqXX',
      headline: 'Chat with us',
      body: 'Summer sale',
      welcomeText: 'Hi there!',
    };
    expect(readContext(of({ referral })).ad).toEqual({
      source: 'ad',
      headline: 'Chat with us',
      body: 'Summer sale',
      welcome: 'Hi there!',
      href: 'https://fb.me/3cr4WqqXX',
    });
    const bare = { source: 'post', sourceId: '1', url: 'javascript:alert(1)' };
    expect(readContext(of({ referral: bare })).ad).toEqual({
      source: 'post',
      headline: null,
      body: null,
      welcome: null,
      href: null,
    });
  });

  it('is the product that was written about', () => {
    expect(readContext(of({ referredProduct: { catalogId: '1', retailerId: 'SKU-881' } })).product).toBe('SKU-881');
  });
});

describe('the answers of a form', () => {
  it('are told by field, without its machinery', () => {
    const values = {
      flow_token: 'tok-9',
      email: 'ana@example.com',
      full_name: 'Ana',
      sizes: ['S', 'M'],
      at: { h: 9 },
      no: null,
      vip: true,
    };
    expect(readForm(of({ kind: 'form_reply', values }))).toEqual([
      { field: 'email', answer: 'ana@example.com' },
      { field: 'full name', answer: 'Ana' },
      { field: 'sizes', answer: 'S, M' },
      { field: 'at', answer: '{"h":9}' },
      { field: 'no', answer: '' },
      { field: 'vip', answer: 'true' },
    ]);
  });

  it('are none when it brought none, and not looked for in other messages', () => {
    expect(readForm(of({ kind: 'form_reply' }))).toEqual([]);
    expect(readForm(of({ kind: 'button_reply', values: { a: 1 } }))).toBeNull();
  });
});

describe('why a message cannot be shown', () => {
  it('is told as far as the provider told it', () => {
    const told = { originalType: 'poll_creation', providerCode: 131051, reason: 'Message type is not supported.' };
    expect(readUnshown(of(told))).toEqual({
      type: 'poll_creation',
      code: 131051,
      reason: 'Message type is not supported.',
    });
    expect(readUnshown(of({ originalType: null, providerCode: '1', reason: '' }))).toEqual({
      type: null,
      code: null,
      reason: null,
    });
  });
});
