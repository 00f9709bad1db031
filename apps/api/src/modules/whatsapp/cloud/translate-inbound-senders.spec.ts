import { describe, expect, it } from '@jest/globals';
import { LUCIA } from './testing/fixture-facts.js';
import { CONTACT, eventsOf, messageOf, METADATA } from './testing/inbound-events.js';

describe('senders', () => {
  const other = { profile: { name: 'Other' }, wa_id: '447700900123', user_id: 'GB.1' };

  it('match contacts by id, never by position', () => {
    expect(messageOf({}, [other, CONTACT]).sender).toEqual(LUCIA);
    expect(messageOf({}, [other, { ...other, wa_id: '1555', user_id: 'US.1' }]).sender).toEqual({
      identities: [{ kind: 'wa_id', value: '5491155501234' }],
      phone: '+5491155501234',
    });
  });

  it('take the name of a lone contact, but not ids that contradict the message', () => {
    expect(messageOf({}, [other]).sender).toEqual({
      identities: [{ kind: 'wa_id', value: '5491155501234' }],
      phone: '+5491155501234',
      name: 'Other',
    });
    expect(messageOf({ from: undefined }, [CONTACT]).sender).toEqual(LUCIA);
  });

  it('are found in a full batch of thousands, each with its own name', () => {
    const people = Array.from({ length: 5000 }, (_, index) => ({
      profile: { name: `P${index}` },
      wa_id: String(5_930_000_000_000 + index),
    }));
    const messages = people
      .map(({ wa_id }, index) => ({
        from: wa_id,
        id: `wamid.${index}`,
        timestamp: '1790000000',
        type: 'text',
        text: { body: 'x' },
      }))
      .reverse();
    const names = eventsOf({ metadata: METADATA, contacts: people, messages }).map((event) =>
      event.kind === 'message' ? event.sender.name : undefined,
    );
    expect(names).toEqual(people.map(({ profile }) => profile.name).reverse());
  });

  it('understand a BSUID where a phone belongs and never make a phone of it', () => {
    expect(messageOf({ from: 'GB.ENT.55aZ' }, []).sender).toEqual({
      identities: [{ kind: 'bsuid', value: 'GB.ENT.55aZ' }],
    });
  });

  it('keep names storable and short', () => {
    const named = (name: unknown): string | undefined => messageOf({}, [{ ...CONTACT, profile: { name } }]).sender.name;
    expect(named('a\0b\ud800')).toBe('a\uFFFDb\uFFFD');
    expect(named(`${'x'.repeat(199)}🙏y`)).toBe('x'.repeat(199));
    expect(named({ toString: 'x' })).toBeUndefined();
  });
});
