import type { AnswerOf, BodyOf, Method, PathOf, QueryOf, RouteOf } from '@hilo/api-client';
import { request, type RequestOptions } from './api';

/** What stands for nothing is left out of an address, so a filter that is off needs no care. */
type Loose<Q> = { [Name in keyof Q]: Q[Name] | null };

type Holes<M extends Method, P extends RouteOf<M>> = [PathOf<M, P>] extends [never]
  ? { path?: undefined }
  : { path: PathOf<M, P> };
type Query<M extends Method, P extends RouteOf<M>> = [QueryOf<M, P>] extends [never]
  ? { query?: undefined }
  : Partial<QueryOf<M, P>> extends QueryOf<M, P>
    ? { query?: Loose<QueryOf<M, P>> }
    : { query: Loose<QueryOf<M, P>> };
type Body<M extends Method, P extends RouteOf<M>> = [BodyOf<M, P>] extends [never]
  ? { body?: Record<string, never> }
  : { body: BodyOf<M, P> };

/** What a route takes: holes of its address, query, body. A wrong one does not compile. */
export type Asked<M extends Method, P extends RouteOf<M>> = Holes<M, P> &
  Query<M, P> &
  Body<M, P> &
  Pick<RequestOptions, 'headers' | 'signal' | 'signingIn'>;

type Rest<M extends Method, P extends RouteOf<M>> =
  Partial<Asked<M, P>> extends Asked<M, P> ? [asked?: Asked<M, P>] : [asked: Asked<M, P>];

/** The address with its holes filled, whatever stands in them. */
const filled = (route: string, values: Readonly<Record<string, string>>): string =>
  route.replaceAll(/\{(\w+)\}/g, (hole, name: string) => encodeURIComponent(values[name] ?? hole));

/**
 * Asks a route of our API as openapi.json describes it: method and route decide every type.
 * @throws ApiProblem for every refusal and for no answer, which a timeout of `signal` is too; AbortError when `signal` was
 * aborted.
 */
export function ask<M extends Method, P extends RouteOf<M>>(
  method: M,
  route: P,
  ...[asked]: Rest<M, P>
): Promise<AnswerOf<M, P>> {
  const { path = {}, ...options } = (asked ?? {}) as RequestOptions & { path?: Record<string, string> };
  return request<AnswerOf<M, P>>(method, filled(route, path), options);
}
