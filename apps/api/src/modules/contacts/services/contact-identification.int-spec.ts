import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { startModules, type ModuleContext } from '../../../testing/module-context.js';
import { Contacts, ContactIdentification, ContactsModule, type ResolveSender } from '../index.js';

let context: ModuleContext;
let identification: ContactIdentification;
let contacts: Contacts;
let transaction: Transaction;

beforeAll(async () => {
  context = await startModules([ContactsModule]);
  identification = context.module.get(ContactIdentification);
  contacts = context.module.get(Contacts);
  transaction = context.module.get(Transaction);
});
afterAll(() => context.close());

let counter = 0;
const freshDigits = (): string => `59399${String(1_000_000 + (counter += 1))}`;
const whatsApp = (key: string, digits: string, over: Partial<ResolveSender> = {}): ResolveSender => ({
  key,
  channelKind: 'whatsapp_cloud',
  identities: [{ kind: 'wa_id', value: digits }],
  phone: `+${digits}`,
  name: 'Ana Ruiz',
  ...over,
});
const bsuid = (value: string) => ({ kind: 'bsuid' as const, value });
const one = async (sender: ResolveSender) => {
  const answer = (await identification.resolve([sender])).get(sender.key);
  if (!answer) throw new Error('not answered');
  return answer;
};
const contactsHolding = async (ids: string[]): Promise<number> =>
  Number(
    (await context.sql.one<{ count: string }>('select count(*) from contact where id = any($1::uuid[])', [ids]))?.count,
  );

describe('resolving senders', () => {
  it('creates a contact once and finds it again', async () => {
    const digits = freshDigits();
    const first = await one(whatsApp('a', digits));
    const again = await one(whatsApp('b', digits));
    expect(first).toMatchObject({ isNew: true, blocked: false });
    expect(again).toEqual({ contactId: first.contactId, isNew: false, blocked: false });
    expect((await contacts.byIds([first.contactId])).get(first.contactId)).toMatchObject({
      name: 'Ana Ruiz',
      phone: `+${digits}`,
      type: 'retail',
      tags: [],
    });
  });

  it('answers every sender of a batch and makes one contact of those that are one person', async () => {
    const digits = freshDigits();
    const answers = await identification.resolve([
      whatsApp('m1', digits),
      whatsApp('m2', digits, { identities: [bsuid('EC.one')] }),
      whatsApp('m3', freshDigits()),
      whatsApp('m4', digits, { identities: [bsuid('EC.one')], phone: undefined }),
    ]);
    expect([...answers.keys()].sort()).toEqual(['m1', 'm2', 'm3', 'm4']);
    expect(answers.get('m2')?.contactId).toBe(answers.get('m1')?.contactId);
    expect(answers.get('m4')?.contactId).toBe(answers.get('m1')?.contactId);
    expect(answers.get('m3')?.contactId).not.toBe(answers.get('m1')?.contactId);
  });

  it('takes five hundred at once', async () => {
    const senders = Array.from({ length: 500 }, (_, index) => whatsApp(`k${index}`, freshDigits()));
    const first = await identification.resolve(senders);
    expect(new Set([...first.values()].map(({ contactId }) => contactId)).size).toBe(500);
    const again = await identification.resolve(senders);
    expect([...again].every(([key, { contactId, isNew }]) => !isNew && contactId === first.get(key)?.contactId)).toBe(
      true,
    );
  });

  it('waits for another process that meets the same new person, and takes its contact', async () => {
    const digits = freshDigits();
    const others = [freshDigits(), freshDigits()];
    let secondAsked: ReturnType<typeof identification.resolve> | undefined;
    const first = await transaction.run(async () => {
      const mine = await identification.resolve([whatsApp('first', digits), whatsApp('x', others[0] ?? '')]);
      secondAsked = transaction.outside(() =>
        identification.resolve([
          whatsApp('y', others[1] ?? ''),
          whatsApp('second', digits, { identities: [bsuid('EC.race')] }),
        ]),
      );
      // The second one stands at the row that this transaction has not committed yet.
      while ((await transaction.outside(waitingSessions)) === 0) await new Promise(setImmediate);
      return mine;
    });
    const second = await secondAsked;
    expect(second?.get('second')).toEqual({ contactId: first.get('first')?.contactId, isNew: false, blocked: false });
    expect(second?.get('y')).toMatchObject({ isNew: true });
    const reached = await contacts.addresses(first.get('first')?.contactId ?? '', 'whatsapp_cloud');
    expect(reached).toEqual({ identities: [bsuid('EC.race'), { kind: 'wa_id', value: digits }], phone: `+${digits}` });
    expect(
      (
        await context.sql.one<{ count: string }>(
          'select count(*) from contact c where not exists (select 1 from contact_identity i where i.contact_id = c.id)',
        )
      )?.count,
    ).toBe('0');
  });

  it('makes one contact for each person when processes meet the same crowd in different orders', async () => {
    const crowd = Array.from({ length: 60 }, (_, index) => whatsApp(`p${index}`, freshDigits()));
    const [left, right] = await Promise.all([
      identification.resolve(crowd),
      identification.resolve(crowd.toReversed()),
    ]);
    for (const { key } of crowd) expect(left.get(key)?.contactId).toBe(right.get(key)?.contactId);
    expect([...left.values(), ...right.values()].filter(({ isNew }) => isNew)).toHaveLength(60);
  });

  it('rolls back with the transaction it joined', async () => {
    const digits = freshDigits();
    let made = '';
    await expect(
      transaction.run(async () => {
        made = (await one(whatsApp('gone', digits))).contactId;
        throw new Error('the caller failed');
      }),
    ).rejects.toThrow('the caller failed');
    expect(await contactsHolding([made])).toBe(0);
  });
});

describe('people known by more than one identity', () => {
  it('joins a phone to the contact that was known by its BSUID only, and the other way round', async () => {
    const digits = freshDigits();
    const known = await one(whatsApp('u', '', { identities: [bsuid('EC.user1')], phone: undefined, username: '@ana' }));
    const both = await one(
      whatsApp('u', digits, { identities: [bsuid('EC.user1'), { kind: 'wa_id', value: digits }] }),
    );
    const byPhone = await one(whatsApp('u', digits));
    expect([both.contactId, byPhone.contactId]).toEqual([known.contactId, known.contactId]);
    expect((await contacts.byIds([known.contactId])).get(known.contactId)?.phone).toBe(`+${digits}`);
    expect(await contacts.searchIds(digits.slice(-4))).toContain(known.contactId);
  });

  it('keeps the contact of the durable identity when both exist, and suggests a merge once', async () => {
    const digits = freshDigits();
    const durable = await one(whatsApp('d', '', { identities: [bsuid('EC.durable')], phone: undefined }));
    const phone = await one(whatsApp('p', digits));
    const sender = whatsApp('both', digits, { identities: [bsuid('EC.durable'), { kind: 'wa_id', value: digits }] });
    expect((await one(sender)).contactId).toBe(durable.contactId);
    expect((await one(sender)).contactId).toBe(durable.contactId);
    const rows = await context.sql.rows(
      'select kept_id, other_id, reason from contact_merge_suggestion where kept_id = $1',
      [durable.contactId],
    );
    expect(rows).toEqual([{ kept_id: durable.contactId, other_id: phone.contactId, reason: 'seen_together' }]);
  });

  it("knows Brazil's ninth digit as the same line, but only suggests for Argentina, where it may be a landline", async () => {
    const brazil = await one(whatsApp('br', '551187654321'));
    expect((await one(whatsApp('br9', '5511987654321'))).contactId).toBe(brazil.contactId);
    expect(await contacts.findByPhone('+551187654321')).toBe(brazil.contactId);
    const landline = await one(whatsApp('ar', '541143215678'));
    const mobile = await one(whatsApp('ar9', '5491143215678'));
    expect(mobile.contactId).not.toBe(landline.contactId);
    const rows = await context.sql.rows(
      'select reason from contact_merge_suggestion where kept_id = $1 and other_id = $2',
      [mobile.contactId, landline.contactId],
    );
    expect(rows).toEqual([{ reason: 'phone_variant' }]);
  });

  it('follows a provider that gives somebody a new identity', async () => {
    const known = await one(whatsApp('old', '', { identities: [bsuid('EC.before')], phone: undefined }));
    const change = { channelKind: 'whatsapp_cloud' as const, previous: bsuid('EC.before'), current: bsuid('EC.after') };
    expect(await identification.applyIdentityChange(change)).toBe(known.contactId);
    expect((await one(whatsApp('new', '', { identities: [bsuid('EC.after')], phone: undefined }))).contactId).toBe(
      known.contactId,
    );
    expect(
      await identification.applyIdentityChange({
        ...change,
        previous: bsuid('EC.never-seen'),
        current: bsuid('EC.other'),
      }),
    ).toBeNull();
  });

  it('follows a merge to the contact that was kept', async () => {
    const digits = freshDigits();
    const [kept, merged] = [await one(whatsApp('k', freshDigits())), await one(whatsApp('m', digits))];
    await context.sql.rows('update contact set merged_into = $1 where id = $2', [kept.contactId, merged.contactId]);
    expect((await one(whatsApp('m', digits))).contactId).toBe(kept.contactId);
  });

  it('refuses a sender that has neither identity nor phone', async () => {
    await expect(
      identification.resolve([whatsApp('nobody', '', { identities: [], phone: undefined })]),
    ).rejects.toThrow('neither');
  });
});

describe('what providers tell of people', () => {
  it('takes a new profile name, unless a person wrote the name, and tells others once', async () => {
    const digits = freshDigits();
    const { contactId } = await one(whatsApp('n', digits));
    const told = async (): Promise<unknown[]> =>
      (await context.appended('contact.changed')).filter(
        (item) => (item as { contactId: string }).contactId === contactId,
      );
    expect(await told()).toHaveLength(0);
    await one(whatsApp('n', digits, { name: 'Ana\u202e  María\nRuiz' }));
    await one(whatsApp('n', digits, { name: 'Ana María Ruiz' }));
    expect((await contacts.byIds([contactId])).get(contactId)?.name).toBe('Ana María Ruiz');
    expect(await told()).toHaveLength(1);
    await context.sql.rows(`update contact set name = 'Sra. Ruiz', name_source = 'person' where id = $1`, [contactId]);
    await one(whatsApp('n', digits, { name: 'xX_ana_Xx' }));
    expect((await contacts.byIds([contactId])).get(contactId)?.name).toBe('Sra. Ruiz');
  });

  it('says who is blocked', async () => {
    const digits = freshDigits();
    const { contactId } = await one(whatsApp('b', digits));
    await context.sql.rows('update contact set blocked_at = $2 where id = $1', [contactId, new Date()]);
    expect(await one(whatsApp('b', digits))).toEqual({ contactId, isNew: false, blocked: true });
  });

  it('knows no address where the channel does not reach', async () => {
    const { contactId } = await one({
      key: 'i',
      channelKind: 'instagram',
      identities: [{ kind: 'igsid', value: '9988776655' }],
      name: 'Eva',
    });
    expect(await contacts.addresses(contactId, 'whatsapp_cloud')).toBeUndefined();
    expect(await contacts.addresses(contactId, 'instagram')).toEqual({
      identities: [{ kind: 'igsid', value: '9988776655' }],
    });
    expect(await contacts.addresses(newId(), 'instagram')).toBeUndefined();
  });
});

async function waitingSessions(): Promise<number> {
  const row = await context.sql.one<{ count: string }>(
    `select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return Number(row?.count);
}
