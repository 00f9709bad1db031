import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { startModules, type ModuleContext } from '../../../testing/module-context.js';
import { ContactsModule } from '../contacts.module.js';
import { ContactIdentification, Contacts, type ResolvedContact, type ResolveSender } from '../index.js';
import { ContactDataHolder } from './contact-data-holder.js';
import { MergeSuggestions } from './merge-suggestions.js';

let context: ModuleContext;
let identification: ContactIdentification;
let contacts: Contacts;
let count = 0;

const digits = (): string => `59397${String(1_000_000 + (count += 1))}`;
const bsuid = (value = `EC.${newId()}`) => ({ kind: 'bsuid' as const, value });
const waId = (value: string) => ({ kind: 'wa_id' as const, value });
const sender = (over: Partial<ResolveSender> = {}): ResolveSender => ({
  key: 's',
  channelKind: 'whatsapp_cloud',
  identities: [bsuid()],
  ...over,
});
const resolve = async (one: ResolveSender): Promise<ResolvedContact> => {
  const resolved = (await identification.resolve([one])).get(one.key);
  if (!resolved) throw new Error('not answered');
  return resolved;
};
const suggestions = () => context.module.get(MergeSuggestions).page({ limit: 50 });

beforeAll(async () => {
  context = await startModules([ContactsModule]);
  identification = context.module.get(ContactIdentification);
  contacts = context.module.get(Contacts);
});
afterAll(() => context.close());

describe('somebody without a phone', () => {
  it('is one person by their identity alone, and is called by their user name', async () => {
    const who = sender({ username: '@ana.motos' });
    const { contactId, isNew } = await resolve(who);
    expect(isNew).toBe(true);
    expect(await resolve(who)).toEqual({ contactId, isNew: false, blocked: false });
    expect((await contacts.byIds([contactId])).get(contactId)).toMatchObject({ name: '@ana.motos', phone: null });
    expect(await contacts.addresses(contactId, 'whatsapp_cloud')).toEqual({ identities: who.identities });
    expect(await contacts.addresses(contactId, 'whatsapp_twilio')).toBeUndefined();
  });

  it('has a phone that is no phone passed over', async () => {
    for (const phone of ['', '0968196046', '+', 'hidden', '+0593968196046']) {
      const { contactId } = await resolve(sender({ phone }));
      expect((await contacts.byIds([contactId])).get(contactId)?.phone).toBeNull();
    }
  });

  it('gets their phone when it is told, and keeps it when it is hidden again', async () => {
    const [identity, number] = [bsuid(), digits()];
    const { contactId } = await resolve(sender({ identities: [identity] }));
    expect((await resolve(sender({ identities: [identity], phone: `+${number}` }))).contactId).toBe(contactId);
    await resolve(sender({ identities: [identity] }));
    expect((await contacts.byIds([contactId])).get(contactId)?.phone).toBe(`+${number}`);
    expect(await contacts.findByPhone(`+${number}`)).toBe(contactId);
    expect(await contacts.searchIds(number)).toEqual([contactId]);
  });
});

describe('somebody whose phone changes', () => {
  it('is followed by the provider`s word, and reached at both numbers, the new one first', async () => {
    const [before, after] = [digits(), digits()];
    const { contactId } = await resolve(sender({ identities: [waId(before)], phone: `+${before}`, name: 'Ana' }));
    const change = {
      channelKind: 'whatsapp_cloud' as const,
      previous: waId(before),
      current: waId(after),
      phone: `+${after}`,
    };
    expect(await identification.applyIdentityChange(change)).toBe(contactId);
    expect(await identification.applyIdentityChange(change)).toBe(contactId);
    expect((await resolve(sender({ identities: [waId(after)], phone: `+${after}` }))).contactId).toBe(contactId);
    expect((await contacts.addresses(contactId, 'whatsapp_cloud'))?.identities).toEqual([waId(after), waId(before)]);
    expect((await contacts.byIds([contactId])).get(contactId)?.phone).toBe(`+${after}`);
    expect([await contacts.findByPhone(`+${after}`), await contacts.searchIds(after)]).toEqual([
      contactId,
      [contactId],
    ]);
  });

  it('to one that is somebody else`s stays themself, and people are asked about the two', async () => {
    const [mine, theirs] = [digits(), digits()];
    const me = await resolve(sender({ identities: [waId(mine)], phone: `+${mine}` }));
    const other = await resolve(sender({ identities: [waId(theirs)], phone: `+${theirs}` }));
    const change = {
      channelKind: 'whatsapp_cloud' as const,
      previous: waId(mine),
      current: waId(theirs),
      phone: `+${theirs}`,
    };
    expect(await identification.applyIdentityChange(change)).toBe(me.contactId);
    const pairs = (await suggestions()).data.map(({ kept, other: second }) => [kept.id, second.id].sort());
    expect(pairs).toContainEqual([me.contactId, other.contactId].sort());
    expect(await contacts.findByPhone(`+${theirs}`)).toBe(other.contactId);
  });

  it('is followed by a new identity too: the old one stays known', async () => {
    const [previous, current] = [bsuid(), bsuid()];
    const { contactId } = await resolve(sender({ identities: [previous] }));
    await identification.applyIdentityChange({ channelKind: 'whatsapp_cloud', previous, current });
    for (const identity of [previous, current])
      expect((await resolve(sender({ identities: [identity] }))).contactId).toBe(contactId);
  });

  it('from nobody that we know is not taken up, and writes nothing', async () => {
    const before = await keptRows(context.sql, ['contact', 'contact_identity']);
    expect(
      await identification.applyIdentityChange({ channelKind: 'whatsapp_cloud', previous: bsuid(), current: bsuid() }),
    ).toBeNull();
    expect(await keptRows(context.sql, ['contact', 'contact_identity'])).toEqual(before);
  });
});

describe('the same word in different places', () => {
  it('is a different person where it is a different kind of identity', async () => {
    const value = digits();
    const asPhone = await resolve(sender({ identities: [waId(value)] }));
    const asInstagram = await resolve(sender({ channelKind: 'instagram', identities: [{ kind: 'igsid', value }] }));
    const asLid = await resolve(sender({ channelKind: 'whatsapp_wasender', identities: [{ kind: 'lid', value }] }));
    expect(new Set([asPhone, asInstagram, asLid].map(({ contactId }) => contactId)).size).toBe(3);
  });

  it('is the same person on every WhatsApp provider', async () => {
    const value = digits();
    const { contactId } = await resolve(sender({ identities: [waId(value)], phone: `+${value}` }));
    for (const channelKind of ['whatsapp_twilio', 'whatsapp_wasender'] as const) {
      expect((await resolve(sender({ channelKind, identities: [waId(value)], phone: `+${value}` }))).contactId).toBe(
        contactId,
      );
      expect(await contacts.addresses(contactId, channelKind)).toEqual({
        identities: [waId(value)],
        phone: `+${value}`,
      });
    }
  });
});

describe('merge suggestions', () => {
  it('are walked one at a time, the newest first, and go when one of the two is gone', async () => {
    await context.sql.rows('delete from contact_merge_suggestion');
    const pairs: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const [identity, number] = [bsuid(), digits()];
      const first = await resolve(sender({ identities: [identity] }));
      await resolve(sender({ identities: [waId(number)], phone: `+${number}` }));
      await resolve(sender({ identities: [identity, waId(number)] }));
      pairs.unshift(first.contactId);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await context.module
        .get(MergeSuggestions)
        .page({ limit: 1, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.data.map(({ kept }) => kept.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(pairs);
    await context.sql.rows('update contact set merged_into = $2 where id = $1', [pairs[0], pairs[1]]);
    expect((await suggestions()).data.map(({ kept }) => kept.id)).toEqual(pairs.slice(1));
    await context.module.get(ContactDataHolder).erase(pairs[2] ?? '');
    expect((await suggestions()).data.map(({ kept }) => kept.id)).toEqual(pairs.slice(1, 2));
  });
});

describe('what the table keeps', () => {
  it('cannot be read: no identity, phone or part of one stands in it', async () => {
    const [identity, number] = [bsuid('EC.muysecreto'), digits()];
    await resolve(sender({ identities: [identity, waId(number)], phone: `+${number}`, name: 'Visible' }));
    const rows = await keptRows(context.sql, ['contact', 'contact_identity', 'contact_phone_digit', 'outbox']);
    for (const secret of ['muysecreto', number, number.slice(-9), Buffer.from(identity.value).toString('base64url')])
      expect(rows.filter((row) => row.includes(secret))).toEqual([]);
  });

  it('seals the same value differently each time, and hashes differ by kind', async () => {
    const value = digits();
    await resolve(sender({ identities: [waId(value)] }));
    await resolve(sender({ channelKind: 'whatsapp_wasender', identities: [{ kind: 'lid', value }] }));
    const rows = await context.sql.rows<{ sealed: string; hash: string }>(
      'select value_sealed as sealed, value_hash as hash from contact_identity order by id desc limit 2',
    );
    expect(new Set(rows.map(({ sealed }) => sealed)).size).toBe(2);
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
  });
});
