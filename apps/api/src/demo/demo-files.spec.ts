import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../modules/auth/domain/permissions.js';
import { NETWORKS } from '../modules/links/domain/network.js';
import { readCustomers, readDialogues, readLinks, readReminders } from './history/demo-data.js';
import { DESK_VERBS, readLine } from './history/read-line.js';

interface Priced {
  amount: number;
  currency: string;
}
interface Item {
  kind: string;
  sku: string;
  name: string;
  category: string;
  description?: string;
  priceRetail: Priced | null;
  priceWholesale?: Priced | null;
  stock?: number | null;
  images?: string[];
}
const read = <T>(name: string): T[] =>
  JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8')) as T[];
const items = read<Item>('catalogue');
const people = read<{ name: string; email: string; roles: string[] }>('people');
const faqs = read<{ question: string; answer: string; tags: string[] }>('faq');
const skus = new Set(items.map(({ sku }) => sku));
const colleagues = new Set(people.map(({ email }) => email.split('@')[0] ?? ''));
const repeated = (words: readonly string[]): string[] => words.filter((word, index) => words.indexOf(word) !== index);

describe('the offer', () => {
  it('has each item once, by SKU and by name', () => {
    expect(repeated(items.map(({ sku }) => sku))).toEqual([]);
    expect(repeated(items.map(({ name }) => name.toLowerCase()))).toEqual([]);
    expect(items.length).toBeGreaterThanOrEqual(30);
  });

  it('is of products and services, in several categories', () => {
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['product', 'service']));
    expect(new Set(items.map(({ category }) => category)).size).toBeGreaterThanOrEqual(3);
  });

  it.each(items.map((item) => [item.sku, item] as const))(
    '%s has prices in whole cents, wholesale never above retail',
    (_sku, { priceRetail, priceWholesale, stock, name }) => {
      expect(name.trim()).toBe(name);
      if (priceRetail)
        expect([Number.isInteger(priceRetail.amount), priceRetail.amount > 0, priceRetail.currency]).toEqual([
          true,
          true,
          'USD',
        ]);
      if (priceWholesale && priceRetail) expect(priceWholesale.amount).toBeLessThanOrEqual(priceRetail.amount);
      if (typeof stock === 'number') expect([Number.isInteger(stock), stock >= 0]).toEqual([true, true]);
    },
  );

  it('shows pictures that the panel has', () => {
    const pictures = new Set(items.flatMap(({ images = [] }) => images));
    const missing = [...pictures].filter(
      (picture) => picture.startsWith('/') && !existsSync(new URL(`../../../panel/public${picture}`, import.meta.url)),
    );
    expect(missing).toEqual([]);
  });

  it('has something that is sold out, and something of which much is left', () => {
    expect(items.some(({ stock }) => stock === 0)).toBe(true);
    expect(items.some(({ stock }) => typeof stock === 'number' && stock > 10)).toBe(true);
  });
});

describe('the people', () => {
  it('have an address of this installation alone, once, and roles that exist', () => {
    expect(repeated(people.map(({ email }) => email))).toEqual([]);
    for (const { email, roles } of people) {
      expect(email).toMatch(/^[a-z]+@hilo\.local$/);
      expect(roles.every((role) => (ROLES as readonly string[]).includes(role))).toBe(true);
    }
  });

  it('can show every role that answers or looks', () => {
    expect(new Set(people.flatMap(({ roles }) => roles))).toEqual(new Set(['advisor', 'supervisor', 'marketing']));
  });
});

describe('frequent questions', () => {
  it('are asked once and answered', () => {
    expect(repeated(faqs.map(({ question }) => question.toLowerCase()))).toEqual([]);
    for (const { question, answer, tags } of faqs)
      expect([question.length > 5, answer.length > 10, Array.isArray(tags)]).toEqual([true, true, true]);
  });
});

describe('the customers', () => {
  const customers = readCustomers();

  it('have phones that can be called, each their own', () => {
    expect(repeated(customers.map(({ phone }) => phone))).toEqual([]);
    for (const { phone } of customers) expect(phone).toMatch(/^\+[1-9]\d{9,13}$/);
  });

  it('have addresses that belong to nobody', () => {
    for (const { email } of customers) if (email) expect(email).toMatch(/@[a-z.]+\.example$/);
  });

  it('are people with and without a name, and some who buy wholesale', () => {
    expect(customers.some(({ name }) => name === null)).toBe(true);
    expect(customers.some(({ type }) => type === 'wholesale')).toBe(true);
  });
});

describe('the links', () => {
  it('lead to what is offered, on networks that exist, each once', () => {
    const links = readLinks();
    expect(links.filter(({ sku }) => !skus.has(sku))).toEqual([]);
    expect(links.filter(({ network }) => !NETWORKS.includes(network))).toEqual([]);
    expect(repeated(links.map(({ sku, network, name }) => `${sku} ${network} ${name}`))).toEqual([]);
    expect(links.every(({ age, perDay }) => age > 0 && age <= 60 && perDay > 0)).toBe(true);
  });
});

describe('the customers who came by a link', () => {
  it('clicked it after it was published', () => {
    const ages = new Map(readLinks().map(({ key, age }) => [key, age]));
    const early = readDialogues().filter(({ link, start }) => {
      const days = /^-(\d+)d /.exec(start)?.[1];
      return link !== undefined && days !== undefined && Number(days) >= (ages.get(link) ?? 0);
    });
    expect(early.map(({ key }) => key)).toEqual([]);
  });
});

describe('the scripts', () => {
  const dialogues = readDialogues();

  it('are about what is offered', () => {
    expect(dialogues.filter(({ sku }) => sku !== undefined && !skus.has(sku)).map(({ key }) => key)).toEqual([]);
  });

  it.each(dialogues.map((dialogue) => [dialogue.key, dialogue] as const))(
    '%s names only people who work here, and begins with the customer',
    (_key, { lines }) => {
      const read = lines.map(readLine);
      const first = read[0];
      expect(first?.kind === 'desk' ? 'desk' : first?.who).not.toBe('desk');
      for (const line of read) {
        if (line.kind !== 'desk')
          expect([line.who, line.who === 'c' || line.who === 'isac' || colleagues.has(line.who)]).toEqual([
            line.who,
            true,
          ]);
        else if (line.verb !== 'handoff' && line.verb !== 'enrich')
          expect(colleagues).toContain(line.rest.split(' ')[0]);
        if (line.kind === 'desk' && line.verb === 'assign') expect(colleagues).toContain(line.rest.split(' ')[1]);
        if (line.kind === 'desk' && line.verb === 'handoff') expect(['normal', 'high', 'urgent']).toContain(line.rest);
      }
    },
  );

  it('show everything that can be done at a desk', () => {
    const done = new Set(
      dialogues
        .flatMap(({ lines }) => lines.map(readLine))
        .flatMap((line) => (line.kind === 'desk' ? [line.verb] : [])),
    );
    expect(DESK_VERBS.filter((verb) => !done.has(verb))).toEqual([]);
  });

  it('show messages that failed, that nobody knows of and that were only sent', () => {
    const outcomes = new Set(
      dialogues
        .flatMap(({ lines }) => lines.map(readLine))
        .flatMap((line) => (line.kind === 'desk' ? [] : (line.outcome ?? []))),
    );
    for (const outcome of ['unknown', '131026', '131047']) expect(outcomes).toContain(outcome);
  });
});

describe('the reminders', () => {
  it('wait for people who are there', () => {
    for (const { to } of readReminders()) for (const key of to) expect(colleagues).toContain(key);
  });
});
