import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { InstanceWrapper } from '@nestjs/core/injector/instance-wrapper.js';
import { OPEN_ROUTE } from '../../../platform/http/open-route.decorator.js';
import { ROUTE_ACCESS, type RouteAccess } from './route-access.js';

export interface RoutePermission {
  method: string;
  /** Without the prefix `/api/v1`: `/leads/:id`. */
  path: string;
  handler: string;
  /** Undefined: it states nothing, which stops the start. */
  access: RouteAccess | undefined;
}

type Controller = NonNullable<InstanceWrapper['metatype']>;
type Handler = (...args: unknown[]) => unknown;

/** Every route with whom it lets in. The start refuses one that does not say, and tests walk them all. */
@Injectable()
export class RoutePermissions implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const silent = this.list().filter(({ access }) => access === undefined);
    if (silent.length > 0)
      throw new Error(
        `These routes do not state who may use them (@Permit, @SignedIn, @Personal or @Public): ${silent.map(({ handler }) => handler).join(', ')}`,
      );
  }

  list(): RoutePermission[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      if (typeof metatype !== 'function' || typeof instance !== 'object' || instance === null) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, Handler>;
      return this.scanner
        .getAllMethodNames(prototype)
        .flatMap((name) => this.routesOf(metatype, name, prototype[name]));
    });
  }

  private routesOf(controller: Controller, name: string, handler: Handler | undefined): RoutePermission[] {
    const method = handler && this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
    if (!handler || method === undefined) return [];
    const targets = [handler, controller];
    const stated = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, targets);
    const access: RouteAccess | undefined =
      stated ??
      (this.reflector.getAllAndOverride<boolean | undefined>(OPEN_ROUTE, targets) ? { kind: 'public' } : undefined);
    return pathsOf(this.reflector.get(PATH_METADATA, controller)).flatMap((base) =>
      pathsOf(this.reflector.get(PATH_METADATA, handler)).map((path) => ({
        method: RequestMethod[method] ?? 'ALL',
        path: joined(base, path),
        handler: `${controller.name}.${name}`,
        access,
      })),
    );
  }
}

const pathsOf = (path: unknown): string[] => (Array.isArray(path) ? path.map(String) : [String(path ?? '')]);
const joined = (base: string, path: string): string =>
  `/${[base, path]
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/')}`;
