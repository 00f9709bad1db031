import { applyDecorators, SetMetadata } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiForbiddenResponse,
  ApiSecurity,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { OpenRoute } from '../../../platform/http/open-route.decorator.js';
import type { Permission } from '../domain/permissions.js';

/** Who may come in: everybody, whoever is signed in or has a key, a signed-in person only (who may need a permission too), or a holder of a permission. */
export type RouteAccess =
  | { kind: 'public' }
  | { kind: 'signed-in' }
  | { kind: 'person'; permission?: Permission }
  | { kind: 'permission'; permission: Permission };

export const ROUTE_ACCESS = 'hilo:route-access';

type Anywhere = ClassDecorator & MethodDecorator;

const state = (access: RouteAccess): Anywhere => SetMetadata(ROUTE_ACCESS, access);
const guarded = (access: RouteAccess, ...more: Anywhere[]): Anywhere =>
  applyDecorators(
    state(access),
    ApiCookieAuth('session'),
    ...more,
    ApiUnauthorizedResponse({ description: 'Not signed in.' }),
    ApiForbiddenResponse({ description: 'Signed in, but not allowed.' }),
  );

/** The route asks for this permission, of a person or a key. */
export const Permit = (permission: Permission): Anywhere =>
  guarded({ kind: 'permission', permission }, ApiBearerAuth('key'));

/** Whoever is signed in or brings a key. */
export const SignedIn = (): Anywhere => guarded({ kind: 'signed-in' }, ApiBearerAuth('key'));

/** Only a signed-in person, with this permission if one is named: what needs eyes, a name, or a session. A key gets 403. */
export const Personal = (permission?: Permission): Anywhere =>
  guarded({ kind: 'person', ...(permission && { permission }) });

/** Nobody is asked who they are. */
export const Public = (): Anywhere => applyDecorators(state({ kind: 'public' }), OpenRoute(), ApiSecurity({}));
