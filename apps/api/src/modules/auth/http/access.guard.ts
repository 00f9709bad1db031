import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { Config } from '../../../platform/config/config.js';
import { OPEN_ROUTE } from '../../../platform/http/open-route.decorator.js';
import { anotherPerson, foreignOrigin, forbidden, tooManyRequests, unauthorized } from '../auth.errors.js';
import { isSafeMethod, isSameOrigin, type OriginHeaders } from '../domain/same-origin.js';
import { bearerOf } from '../domain/secret-tokens.js';
import type { Principal } from '../domain/principal.js';
import { Authenticator } from '../services/authenticator.js';
import { RequestBudget } from '../services/request-budget.js';
import type { AuthenticatedRequest } from './current-principal.js';
import { ROUTE_ACCESS, type RouteAccess } from './route-access.js';
import { sessionTokenOf } from './session-cookie.js';

/** Id of the user whose page writes, so that a cookie changed meanwhile does not sign for them. May be left out. */
const PERSON_HEADER = 'x-hilo-person';

/** Stands before every route: who is it, does the write come from our pages, is there budget left, may they. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly budget: RequestBudget,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, targets);
    if (
      access?.kind === 'public' ||
      (!access && this.reflector.getAllAndOverride<boolean | undefined>(OPEN_ROUTE, targets))
    )
      return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const principal = await this.identify(request);
    await this.spend(principal, context.switchToHttp().getResponse<FastifyReply>());
    if (!access || !allows(access, principal)) throw forbidden();
    return true;
  }

  private async identify(request: AuthenticatedRequest): Promise<Principal> {
    const { authorization, cookie } = request.headers;
    const apiKey = bearerOf(authorization);
    if (authorization !== undefined && apiKey === undefined) throw unauthorized();
    const sessionToken = sessionTokenOf(cookie);
    const byCookie = apiKey === undefined && sessionToken !== undefined;
    if (
      byCookie &&
      !isSafeMethod(request.method) &&
      !isSameOrigin(request.headers as OriginHeaders, this.config.publicUrl)
    )
      throw foreignOrigin();
    const authenticated = await this.authenticator.authenticate({ apiKey, sessionToken, address: request.ip });
    if (!authenticated) throw unauthorized();
    // A page goes on after somebody else signed in beside it: what it writes is not theirs.
    const meant = request.headers[PERSON_HEADER];
    if (meant !== undefined && authenticated.principal.kind === 'user' && meant !== authenticated.principal.id)
      throw anotherPerson();
    Object.assign(request, authenticated);
    return authenticated.principal;
  }

  private async spend(principal: Principal, reply: FastifyReply): Promise<void> {
    const { allowed, limit, remaining, resetS } = await this.budget.spend(principal);
    void reply
      .header('ratelimit-limit', String(limit))
      .header('ratelimit-remaining', String(remaining))
      .header('ratelimit-reset', String(resetS));
    if (!allowed) throw tooManyRequests(resetS);
  }
}

function allows(access: RouteAccess, principal: Principal): boolean {
  if (access.kind === 'permission') return principal.permissions.has(access.permission);
  if (access.kind === 'person')
    return principal.kind === 'user' && (!access.permission || principal.permissions.has(access.permission));
  return access.kind === 'signed-in';
}
