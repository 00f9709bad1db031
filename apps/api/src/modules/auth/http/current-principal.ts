import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { forbidden, unauthorized } from '../auth.errors.js';
import type { Principal, UserPrincipal } from '../domain/principal.js';

/** A request after the guard: who sends it, and by which session. */
export type AuthenticatedRequest = FastifyRequest & { principal?: Principal; sessionId?: string };

const requestOf = (context: ExecutionContext): AuthenticatedRequest =>
  context.switchToHttp().getRequest<AuthenticatedRequest>();

/** Who sends the request. Only on routes that are not public. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = requestOf(context);
  if (!principal) throw unauthorized();
  return principal;
});

/** The signed-in person. A key is known and has not what only people have: eyes, a name under what it writes. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): UserPrincipal => {
  const { principal } = requestOf(context);
  if (!principal) throw unauthorized();
  if (principal.kind !== 'user') throw forbidden();
  return principal;
});

/** The id of the session that the request came by; undefined with a key. */
export const CurrentSessionId = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => requestOf(context).sessionId,
);
