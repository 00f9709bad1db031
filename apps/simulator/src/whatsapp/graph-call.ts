import type { FastifyReply, FastifyRequest } from 'fastify';
import { goSilent, sabotage } from '../faults/sabotage.js';
import type { FaultTarget } from '../faults/switches.js';
import type { World } from '../world.js';
import { badToken, expiredToken, graphErrorBody, httpStatusOf, type GraphRefusal } from './graph-error.js';
import type { PlayedNumber } from './numbers/played-number.js';

export interface NodePath {
  Params: { version: string; node: string };
  Querystring: Record<string, string | undefined>;
}

/** `/vNN.N/{object}`, the head of every Graph path. */
export const NODE = '/:version(^v\\d+\\.\\d+$)/:node';

/** The numbers that the call's token speaks for: at least one. */
export type Caller = readonly PlayedNumber[];

export type Outcome = { answer: unknown } | { refusal: GraphRefusal };

/** Runs one call of the Graph API: the fault of the moment, the token, the work, and the answer as Meta words it. */
export async function graphCall(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  target: FaultTarget | null,
  work: (answered: boolean, caller: Caller) => Outcome | Promise<Outcome>,
): Promise<FastifyReply> {
  const fault = target === null ? undefined : world.switches.takeFault(target);
  if (fault !== undefined && fault.kind !== 'accept-then-timeout') return sabotage(reply, fault);
  const known = readToken(world, request.headers.authorization);
  const outcome = 'refusal' in known ? known : await work(fault === undefined, known.caller);
  if (fault !== undefined) return goSilent(reply, fault.hangMs);
  if ('answer' in outcome) return reply.send(outcome.answer);
  world.ledger.countRefusal(outcome.refusal.code);
  return reply.code(httpStatusOf(outcome.refusal)).send(graphErrorBody(outcome.refusal));
}

export function readToken(
  world: World,
  authorization: string | undefined,
): { caller: Caller } | { refusal: GraphRefusal } {
  if (world.switches.state.tokenExpired) return { refusal: expiredToken };
  const caller = world.numbers.holders(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '');
  return caller.length > 0 ? { caller } : { refusal: badToken };
}

/** The caller's number of this business account; undefined: the account is not theirs. */
export function speakingFor(caller: Caller, businessAccountId: string): PlayedNumber | undefined {
  return caller.find(({ account }) => account.businessAccountId === businessAccountId);
}

export const accountsOf = (caller: Caller): string[] => caller.map(({ account }) => account.businessAccountId);

/** The asked fields of an object, and always its id. */
export function pick(object: Record<string, unknown>, fields: string | undefined): Record<string, unknown> {
  if (fields === undefined || fields === '') return object;
  const wanted = new Set([...fields.split(',').map((field) => field.trim()), 'id']);
  return Object.fromEntries(Object.entries(object).filter(([key]) => wanted.has(key)));
}
