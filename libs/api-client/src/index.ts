import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './schema.gen.js';

/** Every resource by its name in openapi.json. */
export type Schemas = components['schemas'];
export type { components, paths };

/** A client that knows every route, parameter and answer of the API; a wrong one does not compile. */
export const createApiClient = (options: ClientOptions): Client<paths> => createClient<paths>(options);
