import type { FastifyInstance } from 'fastify';
import type { PlayedNumber } from '../whatsapp/numbers/played-number.js';
import type { World } from '../world.js';

/** The numbers a customer may write to. */
export function registerNumbers(app: FastifyInstance, world: World): void {
  app.get('/phone/numbers', () => ({ data: world.numbers.listed().map((number) => presentNumber(world, number)) }));
}

/** A number without its secrets; `primary`: the one meant when none is named. */
export function presentNumber(world: World, number: PlayedNumber): Record<string, unknown> {
  const { phoneNumberId, businessAccountId, displayNumber } = number.account;
  return {
    phoneNumberId,
    wabaId: businessAccountId,
    displayNumber,
    name: number.name,
    primary: number === world.numbers.usual(),
  };
}

/** The number that a request names, the usual one if it names none; undefined: it is not played. */
export function numberNamed(world: World, named: string | undefined): PlayedNumber | undefined {
  return named === undefined || named === '' ? world.numbers.usual() : world.numbers.get(named);
}
