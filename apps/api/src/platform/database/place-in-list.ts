import { invalidField } from '../http/domain-error.js';
import { UUID_PATTERN } from '../ids/uuid.js';
import { decodeCursor } from './keyset-page.js';

const foreign = () => invalidField('?cursor', 'does not belong to this list');

/** Where a list in the order of ids goes on; null at its beginning. @throws when the cursor is not one of such a list. */
export function placeById(cursor: string | undefined): string | null {
  const parts = decodeCursor(cursor, 1);
  if (parts === undefined) return null;
  const [id] = parts;
  if (id == null || !UUID_PATTERN.test(id)) throw foreign();
  return id;
}

/** Where a list in the order of names, then ids, goes on; null at its beginning. @throws when the cursor is not one of such a list. */
export function placeByName(cursor: string | undefined): { name: string; id: string } | null {
  const parts = decodeCursor(cursor, 2);
  if (parts === undefined) return null;
  const [name, id] = parts;
  if (name == null || id == null || !UUID_PATTERN.test(id)) throw foreign();
  return { name, id };
}
