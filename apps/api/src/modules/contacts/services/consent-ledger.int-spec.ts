import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { startModules, type ModuleContext } from '../../../testing/module-context.js';
import { AuthModule, permissionsOf, type Principal } from '../../auth/index.js';
import { ContactsModule } from '../contacts.module.js';
import { CONTACT_CHANNEL_KINDS, type ContactChannelKind } from '../domain/channel-address.js';
import { CONSENT_CATEGORIES, CONSENT_SOURCES, type ConsentCategory } from '../domain/consent.js';
import { ConsentRows } from '../persistence/consent-rows.js';
import { Consents } from './consents.js';
import { RecordedConsents } from './recorded-consents.js';

const AT = new Date('2026-11-20T12:00:00Z');
const later = (minutes: number): Date => new Date(AT.getTime() + minutes * 60_000);
const advisor: Principal = {
  kind: 'user',
  id: newId(),
  name: 'Sofía',
  roles: ['advisor'],
  teamIds: [],
  permissions: permissionsOf(['advisor']),
};

let context: ModuleContext;
let consents: Consents;
let contactId: string;

const about = (over: Partial<Parameters<Consents['grant']>[0]> = {}) => ({
  contactId,
  channelKind: 'whatsapp_cloud' as ContactChannelKind,
  category: 'marketing' as ConsentCategory,
  by: 'message' as const,
  at: AT,
  ...over,
});
const today = async (channelKind: ContactChannelKind = 'whatsapp_cloud', category: ConsentCategory = 'marketing') =>
  (await consents.consentFor([contactId], channelKind, category)).get(contactId);
const told = async (): Promise<unknown[]> =>
  (await context.appended('consent.changed')).filter((item) => (item as { contactId: string }).contactId === contactId);
const newContact = async (): Promise<string> => {
  const id = newId();
  await context.sql.rows('insert into contact (id, name, created_at, updated_at) values ($1, $2, $3, $3)', [
    id,
    'Eva',
    AT,
  ]);
  return id;
};

beforeAll(async () => {
  context = await startModules([AuthModule, ContactsModule]);
  consents = context.module.get(Consents);
});
beforeEach(async () => {
  contactId = await newContact();
});
afterAll(() => context.close());

describe('consent', () => {
  const pairs = CONTACT_CHANNEL_KINDS.flatMap((channel) =>
    CONSENT_CATEGORIES.map((category) => ({ channel, category })),
  );

  it.each(pairs)(
    'given on $channel for $category holds for its medium and its category alone',
    async ({ channel, category }) => {
      await consents.grant(about({ channelKind: channel, category }));
      for (const other of pairs) {
        const sameMedium = (channel === 'instagram') === (other.channel === 'instagram');
        const expected = sameMedium && other.category === category ? 'granted' : 'unknown';
        expect([other, await today(other.channel, other.category)]).toEqual([other, expected]);
      }
    },
  );

  it('withdrawn on one number is withdrawn on all, and granting on another later undoes it', async () => {
    await consents.grant(about({ channelKind: 'whatsapp_cloud' }));
    await consents.withdraw(about({ channelKind: 'whatsapp_twilio', at: later(1) }));
    expect(await today('whatsapp_cloud')).toBe('withdrawn');
    await consents.grant(about({ channelKind: 'whatsapp_wasender', at: later(2) }));
    expect([await today('whatsapp_cloud'), await today('whatsapp_twilio')]).toEqual(['granted', 'granted']);
  });

  it.each([
    ['grant, then refusal', ['granted', 'withdrawn']],
    ['refusal, then grant', ['withdrawn', 'granted']],
  ] as const)('of one moment is the refusal: %s', async (_, order) => {
    for (const state of order) await (state === 'granted' ? consents.grant(about()) : consents.withdraw(about()));
    expect(await today()).toBe('withdrawn');
  });

  it('of one moment on two numbers of one medium is the refusal as well', async () => {
    await consents.withdraw(about({ channelKind: 'whatsapp_cloud' }));
    await consents.grant(about({ channelKind: 'whatsapp_twilio' }));
    expect(await today('whatsapp_twilio')).toBe('withdrawn');
  });

  it('that arrives late changes nothing but the ledger, and tells nobody', async () => {
    await consents.withdraw(about({ at: later(10) }));
    await consents.grant(about({ at: later(5), by: 'import' }));
    expect(await today()).toBe('withdrawn');
    expect(
      (await context.module.get(ConsentRows).ledger(contactId)).map(({ state, source }) => [state, source]),
    ).toEqual([
      ['withdrawn', 'message'],
      ['granted', 'import'],
    ]);
    expect(await told()).toEqual([
      { contactId, channelKind: 'whatsapp_cloud', category: 'marketing', state: 'withdrawn' },
    ]);
  });

  it('said by many at once ends with the latest word, and every word is kept', async () => {
    const words = Array.from({ length: 12 }, (_, minute) => ({
      minute,
      state: minute % 2 === 0 ? 'granted' : 'withdrawn',
    }));
    await Promise.all(
      words.map(({ minute, state }) =>
        state === 'granted'
          ? consents.grant(about({ at: later(minute) }))
          : consents.withdraw(about({ at: later(minute) })),
      ),
    );
    expect(await today()).toBe('withdrawn');
    const ledger = await context.module.get(ConsentRows).ledger(contactId);
    expect(ledger.map(({ state }) => state)).toEqual(words.toReversed().map(({ state }) => state));
  });

  it('is undone with the act that it belonged to', async () => {
    const act = context.module.get(Transaction).run(async () => {
      await consents.withdraw(about());
      throw new Error('undone');
    });
    await expect(act).rejects.toThrow('undone');
    expect([await today(), await told()]).toEqual(['unknown', []]);
  });

  it('is answered for everybody who is asked about, each with their own', async () => {
    const others = [await newContact(), await newContact()];
    await consents.grant(about({ contactId: others[0] ?? '' }));
    await consents.withdraw(about());
    const stranger = newId();
    expect([...(await consents.consentFor([contactId, ...others, stranger], 'whatsapp_cloud', 'marketing'))]).toEqual([
      [contactId, 'withdrawn'],
      [others[0], 'granted'],
      [others[1], 'unknown'],
      [stranger, 'unknown'],
    ]);
    expect(await consents.consentFor([], 'instagram', 'utility')).toEqual(new Map());
  });
});

describe('the ledger', () => {
  it.each(CONSENT_SOURCES)(
    'keeps that it was by %s, with the words, the message and who wrote it down',
    async (source) => {
      const [userId, messageId] = [newId(), newId()];
      await consents.withdraw(about({ by: source, text: 'BAJA, ¡ya!', userId, messageId }));
      expect(await context.module.get(ConsentRows).ledger(contactId)).toEqual([
        {
          id: expect.any(String),
          channelKind: 'whatsapp_cloud',
          category: 'marketing',
          state: 'withdrawn',
          source,
          userId,
          text: 'BAJA, ¡ya!',
          messageId,
          at: AT,
          recordedAt: expect.any(Date),
        },
      ]);
    },
  );

  it('grows only: no row is changed, taken away or moved to somebody else', async () => {
    await consents.grant(about());
    for (const statement of [
      `update consent_entry set state = 'withdrawn' where contact_id = '${contactId}'`,
      `update consent_entry set contact_id = '${newId()}' where contact_id = '${contactId}'`,
      `delete from consent_entry where contact_id = '${contactId}'`,
      'truncate consent_entry',
    ])
      await expect(context.sql.rows(statement)).rejects.toThrow();
    expect(await context.module.get(ConsentRows).ledger(contactId)).toHaveLength(1);
  });

  it('written by an advisor is on record under their name, for this person only', async () => {
    const recorded = context.module.get(RecordedConsents);
    const other = await newContact();
    const ledger = await recorded.record(advisor, contactId, {
      channelKind: 'instagram',
      category: 'utility',
      state: 'granted',
      text: 'en la tienda',
    });
    expect(ledger).toMatchObject([{ source: 'advisor', userId: advisor.id, text: 'en la tienda', state: 'granted' }]);
    expect(await recorded.ledger(other)).toEqual([]);
    expect(
      await context.sql.rows('select action, actor_id, detail from audit_entry where target_id = $1', [contactId]),
    ).toEqual([
      { action: 'consent.granted', actor_id: advisor.id, detail: { channelKind: 'instagram', category: 'utility' } },
    ]);
  });

  it('is not there for who was never there, was merged or erased', async () => {
    const recorded = context.module.get(RecordedConsents);
    const [merged, erased] = [await newContact(), await newContact()];
    await context.sql.rows('update contact set merged_into = $2 where id = $1', [merged, contactId]);
    await context.sql.rows('update contact set erased_at = now() where id = $1', [erased]);
    for (const id of [newId(), merged, erased]) {
      await expect(recorded.ledger(id)).rejects.toMatchObject({ code: 'not_found' });
      const record = recorded.record(advisor, id, { channelKind: 'instagram', category: 'utility', state: 'granted' });
      await expect(record).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(
      (
        await context.sql.one<{ n: number }>(
          'select count(*)::int as n from consent_entry where contact_id = any($1)',
          [[merged, erased]],
        )
      )?.n,
    ).toBe(0);
  });
});
