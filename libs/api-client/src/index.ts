import type { components } from './schema.gen.js';

/** Every resource by its name in openapi.json. */
export type Schemas = components['schemas'];
export type { AnswerOf, Base, BodyOf, Method, PathOf, QueryOf, RouteOf } from './routes.js';
