import type { Schemas } from '@hilo/api-client';

/** What `GET /me` may list: the API's table, as openapi.json has it. */
export type Permission = Schemas['MeView']['permissions'][number];
