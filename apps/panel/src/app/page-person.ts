import type { Method } from '@hilo/api-client';

let person: string | null = null;

/** Whose page this is: the id of the user that was let in, null before and after. Another tab may change the cookie; never this. */
export const pagePerson = (): string | null => person;

export function setPagePerson(id: string | null): void {
  person = id;
}

/** Says whom a write is meant for; the API refuses it (401 `another_person`) once the cookie is somebody else's. */
export function personHeader(method: Method, id = person): Record<string, string> {
  return method === 'GET' || id === null ? {} : { 'x-hilo-person': id };
}
