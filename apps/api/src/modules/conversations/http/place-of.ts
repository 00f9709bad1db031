import { decodeCursor } from '../../../platform/database/keyset-page.js';
import { DomainError } from '../../../platform/http/domain-error.js';
import { isPlace, type SortedBy } from '../domain/list-place.js';

/** Where a page begins. @throws invalid_cursor (400) when the cursor is of another list */
export function placeOf(cursor: string | undefined, by: SortedBy): (string | null)[] | undefined {
  const place = decodeCursor(cursor, 2);
  if (place && !isPlace(place, by))
    throw new DomainError('invalid_cursor', 400, 'This cursor does not belong to this list: start again without one.');
  return place;
}
