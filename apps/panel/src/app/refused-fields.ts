import { ApiProblem } from './api-problem';

/** The JSON pointers that the server refused; empty for every other failure. */
export function refusedPaths(error: unknown): readonly string[] {
  return error instanceof ApiProblem ? error.errors.map(({ path }) => path) : [];
}

/** Whether the server refused this field or something inside it. */
export function isRefused(error: unknown, pointer: string): boolean {
  return refusedPaths(error).some((path) => path === pointer || path.startsWith(`${pointer}/`));
}

/** The first segment of each refused pointer, each once: `/budget/amount` is `budget`. */
export function refusedFields(error: unknown): string[] {
  return [...new Set(refusedPaths(error).map((path) => path.split('/')[1] ?? ''))].filter(Boolean);
}

/** Somebody else was faster: what was changed is no longer what the change was written upon. */
export const isStale = (error: unknown): boolean => error instanceof ApiProblem && error.status === 412;
