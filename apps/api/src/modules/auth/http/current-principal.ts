import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../../platform/http/domain-error.js';
import type { Principal, UserPrincipal } from '../domain/principal.js';

/** A request after the guard: who sends it, and by which session. */
export type AuthenticatedRequest = FastifyRequest & { principal?: Principal; sessionId?: string };

const requestOf = (context: ExecutionContext): AuthenticatedRequest => context.switchToHttp().getRequest<AuthenticatedRequest>();
const unauthorized = (): DomainError => new DomainError('unauthorized', 401, 'Sign in, or send a valid API key.');

/** Who sends the request. Only on routes that are not public. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = requestOf(context);
  if (!principal) throw unauthorized();
  return principal;
});

/** The signed-in person, on routes marked `@Personal()`. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): UserPrincipal => {
  const { principal } = requestOf(context);
  if (principal?.kind !== 'user') throw unauthorized();
  return principal;
});

/** The id of the session that the request came by; undefined with a key. */
export const CurrentSessionId = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => requestOf(context).sessionId);
