import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { startModules, type ModuleContext } from '../../../testing/module-context.js';
import type { IncomingEnquiry } from '../domain/attribution.js';
import { Attributions } from '../persistence/attributions.js';
import { LinkClicks } from '../persistence/link-clicks.js';
import { AttributeEnquiries } from './attribute-enquiries.js';
import { newClickCode, RecordClick, type Visit } from './record-click.js';

const CHANNEL = newId();
const LINK = newId();
const ITEM = newId();
const NOW = new Date('2026-11-20T10:00:00Z');

let context: ModuleContext;
let recordClick: RecordClick;
let attributeEnquiries: AttributeEnquiries;

beforeAll(async () => {
  context = await startModules([
    { module: class ClaimModule {}, providers: [LinkClicks, Attributions, RecordClick, AttributeEnquiries] },
  ]);
  recordClick = context.module.get(RecordClick);
  attributeEnquiries = context.module.get(AttributeEnquiries);
  const sealed = context.module.get(Encryption).encrypt('{}');
  await context.sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at)
     values ($1, 'whatsapp_cloud', 'Ventas', '100200300', 'http://x', $2, 'EC', true, 80, $3, $3)`,
    [CHANNEL, sealed, NOW],
  );
  await context.sql.rows(
    `insert into catalogue_item (id, kind, sku, name, category, price_retail, currency, search_text, created_at, updated_at)
     values ($1, 'property', 'VM-1', 'Villa Marina', 'casas', 100, 'USD', '', $2, $2)`,
    [ITEM, NOW],
  );
  await context.sql.rows(
    `insert into tracked_link (id, slug, item_id, network, name, channel_id, utm, created_at, updated_at) values ($1, 'k7q2mx4', $2, 'tiktok', 'Bio', $3, '{}', $4, $4)`,
    [LINK, ITEM, CHANNEL, NOW],
  );
});
afterAll(() => context.close());

let visitors = 0;
const visit = (over: Partial<Visit> = {}): Visit => ({
  link: { id: LINK, itemId: ITEM, network: 'tiktok', channelId: CHANNEL },
  kind: 'human',
  at: NOW,
  ip: `190.15.20.${(visitors += 1)}`,
  userAgent: 'Mozilla/5.0 (iPhone)',
  referrer: 'https://l.facebook.com/x?y',
  utm: { source: 'tiktok' },
  ...over,
});

async function contact(): Promise<string> {
  const id = newId();
  await context.sql.rows('insert into contact (id, created_at, updated_at) values ($1, $2, $2)', [id, NOW]);
  return id;
}
const message = async (over: Partial<IncomingEnquiry> = {}): Promise<IncomingEnquiry> => ({
  messageId: newId(),
  conversationId: newId(),
  contactId: over.contactId ?? (await contact()),
  channelKind: 'whatsapp_cloud',
  opensConversation: true,
  reopens: false,
  claimCode: null,
  referral: null,
  at: NOW.toISOString(),
  ...over,
});
const clickOf = (code: string) =>
  context.sql.one<Record<string, unknown>>('select * from link_click where claim_code = $1', [code]);
const told = async (messageId: string) =>
  ((await context.appended('enquiry.attributed')) as { messageId: string }[]).filter(
    (item) => item.messageId === messageId,
  );

describe('a click', () => {
  it('is told once, keeps no address, and is claimed by the message with its code', async () => {
    const seen = visit();
    const code = await recordClick.person(seen, newClickCode());
    const incoming = await message({ claimCode: code });
    const [found] = await attributeEnquiries.attribute([incoming]);
    const click = await clickOf(code);
    expect(click).toMatchObject({
      claimed_by_message: incoming.messageId,
      conversation_id: incoming.conversationId,
      referrer_host: 'l.facebook.com',
      utm: { source: 'tiktok' },
    });
    expect(JSON.stringify(click)).not.toContain('190.15.20');
    expect(found).toMatchObject({
      source: 'link',
      linkId: LINK,
      itemId: ITEM,
      network: 'tiktok',
      clickId: click?.['id'],
    });
    expect(
      ((await context.appended('link.clicked')) as { clickId: string }[]).filter(
        (item) => item.clickId === click?.['id'],
      ),
    ).toHaveLength(1);
    expect(await told(incoming.messageId)).toHaveLength(1);
  });

  it('is the same for a visitor who comes back within half an hour, also twice at once', async () => {
    const seen = visit();
    const first = await recordClick.person(seen, newClickCode());
    const together = await Promise.all(
      [1, 2, 3].map(() => recordClick.person({ ...seen, at: new Date(NOW.getTime() + 29 * 60_000) }, newClickCode())),
    );
    expect(new Set([first, ...together]).size).toBe(1);
    const later = await recordClick.person({ ...seen, at: new Date(NOW.getTime() + 31 * 60_000) }, newClickCode());
    expect(later).not.toBe(first);
  });

  it('is one when a visitor taps three times at once', async () => {
    const seen = visit();
    const codes = await Promise.all([1, 2, 3].map(() => recordClick.person(seen, newClickCode())));
    expect(new Set(codes).size).toBe(1);
  });

  it('is a new one after its code was used', async () => {
    const seen = visit();
    const first = await recordClick.person(seen, newClickCode());
    await attributeEnquiries.attribute([await message({ claimCode: first })]);
    expect(await recordClick.person(seen, newClickCode())).not.toBe(first);
  });

  it('finds another code when the offered one is taken', async () => {
    const taken = await recordClick.person(visit(), newClickCode());
    expect(await recordClick.person(visit(), taken)).not.toBe(taken);
  });

  it('of a crawler is kept without a code and told to nobody', async () => {
    const before = (await context.appended('link.clicked')).length;
    await recordClick.passerBy(visit({ kind: 'preview', userAgent: 'WhatsApp/2.23' }));
    const row = await context.sql.one(`select claim_code, visitor_hash from link_click where kind = 'preview'`);
    expect(row).toEqual({ claim_code: null, visitor_hash: null });
    expect(await context.appended('link.clicked')).toHaveLength(before);
  });
});

describe('an enquiry', () => {
  it('claims a click once though two messages bring its code at the same moment', async () => {
    const code = await recordClick.person(visit(), newClickCode());
    const [one, two] = [await message({ claimCode: code }), await message({ claimCode: code })];
    const found = (
      await Promise.all([attributeEnquiries.attribute([one]), attributeEnquiries.attribute([two])])
    ).flat();
    expect(found.map((each) => each.source)).toEqual(['link', 'link']);
    expect(found.filter((each) => each.clickId !== null)).toHaveLength(1);
    expect((await clickOf(code))?.['claimed_by_message']).toBe(found.find((each) => each.clickId !== null)?.messageId);
  });

  it('is told once though its message is handled twice at the same moment', async () => {
    const code = await recordClick.person(visit(), newClickCode());
    const incoming = await message({ claimCode: code });
    await Promise.all([attributeEnquiries.attribute([incoming]), attributeEnquiries.attribute([incoming])]);
    await attributeEnquiries.attribute([incoming]);
    expect(await told(incoming.messageId)).toHaveLength(1);
  });

  it('that came before its click was stored is explained afterwards', async () => {
    const code = newClickCode();
    const incoming = await message({ claimCode: code });
    const [found] = await attributeEnquiries.attribute([incoming]);
    expect(found?.source).toBe('direct');
    await recordClick.person(visit(), code, true);
    expect((await told(incoming.messageId)).at(-1)).toMatchObject({
      source: 'link',
      linkId: LINK,
      clickId: expect.any(String),
    });
    expect((await clickOf(code))?.['claimed_by_message']).toBe(incoming.messageId);
    expect(
      await context.sql.one('select source, link_id from attribution where message_id = $1', [incoming.messageId]),
    ).toEqual({ source: 'link', link_id: LINK });
  });

  it('meets its click whichever of the two is written first', async () => {
    for (let round = 0; round < 15; round += 1) {
      const code = newClickCode();
      const incoming = await message({ claimCode: code });
      await Promise.all([attributeEnquiries.attribute([incoming]), recordClick.person(visit(), code, true)]);
      expect((await told(incoming.messageId)).at(-1)).toMatchObject({ source: 'link', linkId: LINK });
    }
  });

  it('by an ad, or by nothing, is told too; a message of an enquiry going on is not', async () => {
    const ad = await message({ referral: { source: 'ad', sourceId: '120211' } });
    const direct = await message({ opensConversation: false, reopens: true });
    const between = await message({ opensConversation: false });
    const found = await attributeEnquiries.attribute([ad, between, direct]);
    expect(found.map(({ messageId, source, adId }) => [messageId, source, adId])).toEqual([
      [ad.messageId, 'ad', '120211'],
      [direct.messageId, 'direct', null],
    ]);
  });
});

it('a forgotten contact leaves the count and no trace', async () => {
  const incoming = await message();
  await attributeEnquiries.attribute([incoming]);
  const attributions = context.module.get(Attributions);
  expect(await attributions.ofContact(incoming.contactId)).toHaveLength(1);
  await attributions.forgetContact(incoming.contactId);
  expect(await attributions.ofContact(incoming.contactId)).toEqual([]);
  expect(await attributions.known([incoming.messageId])).toEqual(new Set([incoming.messageId]));
});
