import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NETWORKS } from '../../../app/network';
import { aLink } from '../testing/a-link';
import { funnel } from '../testing/some-stats';
import { firstDay } from './first-day';
import { groupLinks, sumTotals } from './groups';
import { STEPS } from './link';
import { bodyOf, missingOf, type LinkFields } from './link-form';
import { busiestHours, funnelRows } from './rates';
import { prefilledText, slugified, tagged, utmOf } from './utm';

const count = fc.nat(100_000);
const funnels = fc.tuple(count, count, count, count, count).map((counts) => funnel(...counts));
const networks = fc.constantFrom(...NETWORKS);
const items = fc.option(
  fc.record({ id: fc.constantFrom('a', 'b', 'c'), name: fc.constant('X'), sku: fc.constant(null) }),
);
const links = fc
  .array(fc.record({ network: networks, item: items, totals: funnels }), { maxLength: 20 })
  .map((all) => all.map((one, index) => aLink({ ...one, id: `k${index}` })));

describe('groups of links', () => {
  it.each(['producto', 'red'] as const)('by %s hold every link once and add up to all of them', (by) =>
    fc.assert(
      fc.property(links, (all) => {
        const groups = groupLinks(all, by);
        expect(groups.flatMap((group) => group.links.map(({ id }) => id)).sort()).toEqual(
          all.map(({ id }) => id).sort(),
        );
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
        expect(sumTotals(groups.map(({ totals }) => totals))).toEqual(sumTotals(all.map(({ totals }) => totals)));
      }),
    ),
  );

  it('stand in the usual order of networks, and by clicks under items with the whole business last', () =>
    fc.assert(
      fc.property(links, (all) => {
        const order = groupLinks(all, 'red').map(({ network }) => NETWORKS.indexOf(network ?? 'other'));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        const named = groupLinks(all, 'producto').filter(({ name }) => name !== null);
        expect(groupLinks(all, 'producto').slice(0, named.length)).toEqual(named);
        const clicks = named.map(({ totals }) => totals.clicks);
        expect(clicks).toEqual([...clicks].sort((a, b) => b - a));
      }),
    ));
});

describe('a funnel', () => {
  it('never draws a bar wider than its room, nor a rate that is no number', () =>
    fc.assert(
      fc.property(funnels, funnels, (totals, previous) => {
        for (const row of funnelRows(totals, previous)) {
          expect(row.share).toBeGreaterThanOrEqual(0);
          expect(row.share).toBeLessThanOrEqual(1);
          for (const figure of [row.rate, row.change]) expect(figure === null || Number.isFinite(figure)).toBe(true);
        }
      }),
    ));

  it('names at most three hours, the busiest first, none of them empty', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 24, maxLength: 24 }), (hours) => {
        const named = busiestHours(hours).map((hour) => hours[hour] ?? 0);
        expect(named.length).toBeLessThanOrEqual(3);
        expect(named.every((clicks) => clicks > 0)).toBe(true);
        expect(named).toEqual(
          [...hours]
            .filter((clicks) => clicks > 0)
            .sort((a, b) => b - a)
            .slice(0, named.length),
        );
      }),
    ));
});

describe('the address to publish', () => {
  it('has a source, a medium and a campaign whatever was typed, and what was typed comes back out of it', () =>
    fc.assert(
      fc.property(networks, fc.string(), fc.option(fc.string(), { nil: undefined }), (network, name, term) => {
        const utm = utmOf({ network, name, sku: null }, { ...(term !== undefined && { term }) });
        const search = new URL(tagged('https://x.ec/l/abc', utm)).searchParams;
        for (const key of ['utm_source', 'utm_medium', 'utm_campaign']) expect(search.get(key)).toBeTruthy();
        expect(search.get('utm_term')).toBe(term?.trim() ? utm.term : null);
      }),
    ));

  it('writes campaigns in small letters, digits and single hyphens', () =>
    fc.assert(
      fc.property(fc.string(), (text) => expect(slugified(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*-?)?$/)),
    ));

  it.each([
    ['Año Nuevo — ¡50 %!', 'ano-nuevo-50'],
    ['  Día   de la Madre ', 'dia-de-la-madre'],
    ['🙂', ''],
  ])('writes %p as %p', (text, slug) => expect(slugified(text)).toBe(slug));
});

describe('the message that is written already', () => {
  const sofa = { name: 'Sofá', sku: 'S-1' };
  it.each([
    ['', sofa, 'Quiero {item}', 'Quiero Sofá'],
    ['Precio de {sku}, {item}', sofa, '', 'Precio de S-1, Sofá'],
    ['Hola {item} ya', null, '', 'Hola ya'],
    ['{item}{item}', { name: '$& $1', sku: null }, '', '$& $1$& $1'],
    ['Hola {nombre}', sofa, '', 'Hola {nombre}'],
  ])('%p with %j reads %p', (message, item, usual, words) => expect(prefilledText(message, item, usual)).toBe(words));
});

describe('the form of a link', () => {
  const whole: LinkFields = { item: null, name: 'Bio', networks: ['qr'], channelId: 'c', message: '', utm: {} };
  it.each<[Partial<LinkFields>, string[]]>([
    [{}, []],
    [{ name: '  ' }, ['name']],
    [{ networks: [] }, ['networks']],
    [{ channelId: null }, ['channelId']],
    [{ name: '', networks: [], channelId: null }, ['name', 'networks', 'channelId']],
  ])('with %j misses %j', (over, missing) => expect(missingOf({ ...whole, ...over })).toEqual(missing));

  it('sends of the parameters only what was typed, and an emptied content as such', () => {
    expect(bodyOf({ ...whole, utm: { source: ' fb ', term: ' ', content: '' } })).toMatchObject({
      utm: { source: 'fb', content: '' },
    });
    expect(bodyOf({ ...whole, utm: { term: '  ' } })).not.toHaveProperty('utm');
  });
});

it('the first day is counted in the business`s calendar, today included', () => {
  const late = Date.parse('2026-11-28T03:00:00Z');
  expect([firstDay(late, 7, 'UTC'), firstDay(late, 7, 'America/Guayaquil'), firstDay(late, 1, 'Asia/Tokyo')]).toEqual([
    '2026-11-22',
    '2026-11-21',
    '2026-11-28',
  ]);
  expect(STEPS).toHaveLength(4);
});
