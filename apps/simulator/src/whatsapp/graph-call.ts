import type { FastifyReply, FastifyRequest } from 'fastify';
import { goSilent, sabotage } from '../faults/sabotage.js';
import type { FaultTarget } from '../faults/switches.js';
import type { World } from '../world.js';
import { badToken, expiredToken, graphErrorBody, httpStatusOf, type GraphRefusal } from './graph-error.js';

export interface NodePath {
  Params: { version: string; node: string };
  Querystring: Record<string, string | undefined>;
}

/** `/vNN.N/{object}`, the head of every Graph path. */
export const NODE = '/:version(^v\\d+\\.\\d+$)/:node';

export type Outcome = { answer: unknown } | { refusal: GraphRefusal };

/** Runs one call of the Graph API: the fault of the moment, the token, the work, and the answer as Meta words it. */
export async function graphCall(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  target: FaultTarget | null,
  work: (answered: boolean) => Outcome | Promise<Outcome>,
): Promise<FastifyReply> {
  const fault = target === null ? undefined : world.switches.takeFault(target);
  if (fault !== undefined && fault.kind !== 'accept-then-timeout') return sabotage(reply, fault);
  const refused = refuseToken(world, request.headers.authorization);
  const outcome = refused === undefined ? await work(fault === undefined) : { refusal: refused };
  if (fault !== undefined) return goSilent(reply, fault.hangMs);
  if ('answer' in outcome) return reply.send(outcome.answer);
  world.ledger.countRefusal(outcome.refusal.code);
  return reply.code(httpStatusOf(outcome.refusal)).send(graphErrorBody(outcome.refusal));
}

export function refuseToken(world: World, authorization: string | undefined): GraphRefusal | undefined {
  if (world.switches.state.tokenExpired) return expiredToken;
  return authorization === `Bearer ${world.account.accessToken}` ? undefined : badToken;
}

/** The asked fields of an object, and always its id. */
export function pick(object: Record<string, unknown>, fields: string | undefined): Record<string, unknown> {
  if (fields === undefined || fields === '') return object;
  const wanted = new Set([...fields.split(',').map((field) => field.trim()), 'id']);
  return Object.fromEntries(Object.entries(object).filter(([key]) => wanted.has(key)));
}
