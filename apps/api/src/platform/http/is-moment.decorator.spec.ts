import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { describe, expect, it } from '@jest/globals';
import { IsMoment } from './is-moment.decorator.js';
import { MayBeLeftOut } from './may-be-left-out.decorator.js';

class Asked {
  @MayBeLeftOut()
  @IsMoment()
  at?: Date;
}

const read = async (body: object): Promise<{ at: unknown; refused: string[] }> => {
  const asked = plainToInstance(Asked, body);
  return { at: asked.at, refused: (await validate(asked)).map(({ property }) => property) };
};

describe('a moment', () => {
  it.each([
    ['2026-11-20T15:00:00Z', '2026-11-20T15:00:00.000Z'],
    ['2026-11-20T15:00:00.123-05:00', '2026-11-20T20:00:00.123Z'],
    ['2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ])('is read from %s', async (text, moment) => {
    expect(await read({ at: text })).toEqual({ at: new Date(moment), refused: [] });
  });

  it('need not be there', async () => {
    expect(await read({})).toEqual({ at: undefined, refused: [] });
  });

  it.each([
    ['a word', 'tomorrow'],
    ['nothing', ''],
    ['null', null],
    ['yes', true],
    ['a number', 1_700_000_000_000],
    ['a list', ['2026-11-20']],
    ['an object', { date: '2026-11-20' }],
    ['a day that is none', '2026-13-45'],
    ['before the calendar', '-000001-12-31T00:00:00Z'],
    ['long before it', '-271821-04-20T00:00:00Z'],
    ['long after us', '+275760-09-13T00:00:00Z'],
  ])('is not %s', async (_, at) => {
    expect((await read({ at })).refused).toEqual(['at']);
  });
});
