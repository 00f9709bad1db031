import { ApiProblem } from '../../../app/api-problem';

/** The JSON pointers that the server refused; empty for every other failure. */
export function refusedPaths(error: unknown): readonly string[] {
  return error instanceof ApiProblem ? error.errors.map(({ path }) => path) : [];
}

/** Whether the server refused this field or something inside it. */
export function isRefused(error: unknown, pointer: string): boolean {
  return refusedPaths(error).some((path) => path === pointer || path.startsWith(`${pointer}/`));
}

export const isStale = (error: unknown): boolean => error instanceof ApiProblem && error.status === 412;
