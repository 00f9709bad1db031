import { ApiProblem } from '../../../app/api-problem';

/** The first segment of each refused field's JSON pointer: `/priceRetail/amount` is `priceRetail`. */
export function refusedFields(error: unknown): string[] {
  if (!(error instanceof ApiProblem)) return [];
  return [...new Set(error.errors.map(({ path }) => path.split('/')[1] ?? '').filter(Boolean))];
}
