import type { paths } from './schema.gen.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Every address of the API is under this one. */
export type Base = '/api/v1';

type Verb<M extends Method> = Lowercase<M>;
type Address<P extends string> = `${Base}${P}` & keyof paths;
type TailOf<A> = A extends `${Base}${infer P}` ? P : never;

/** What may be asked with a method: addresses without their base, as openapi.json writes them (`/leads/{id}`). */
export type RouteOf<M extends Method> = {
  [A in keyof paths]: paths[A] extends { [V in Verb<M>]: object } ? TailOf<A> : never;
}[keyof paths];

type OperationOf<M extends Method, P extends string> = paths[Address<P>] extends { [V in Verb<M>]: infer O }
  ? O
  : never;
type ParametersOf<M extends Method, P extends string> =
  OperationOf<M, P> extends { parameters: infer All } ? All : never;

type Json<R> = R extends { content: { 'application/json': infer Body } } ? Body : undefined;
type Answered<R> = { [Status in keyof R & (200 | 201 | 202 | 204)]: Json<R[Status]> }[keyof R &
  (200 | 201 | 202 | 204)];

/** What a route answers when it does not refuse; undefined where it answers nothing. */
export type AnswerOf<M extends Method, P extends RouteOf<M>> =
  OperationOf<M, P> extends { responses: infer R } ? Answered<R> : never;

/** What fills the holes of an address; never when it has none. */
export type PathOf<M extends Method, P extends RouteOf<M>> =
  ParametersOf<M, P> extends { path: infer Values } ? Values : never;

/** What may stand behind the question mark; never when nothing may. */
export type QueryOf<M extends Method, P extends RouteOf<M>> = Exclude<
  ParametersOf<M, P> extends { query?: infer Values } ? Values : never,
  undefined
>;

type Sent<B> = B extends { content: infer Content }
  ? Content extends { 'application/json': infer Body }
    ? Body
    : FormData
  : never;

/** What a route takes as its body; never when it takes none. */
export type BodyOf<M extends Method, P extends RouteOf<M>> =
  OperationOf<M, P> extends { requestBody?: infer B } ? Sent<Exclude<B, undefined>> : never;
