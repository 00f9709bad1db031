import i18next from 'i18next';
import { ApiProblem } from '../app/api-problem';

/** What happened, in the person's language: the words of its stable code, or of the general failure. */
export function problemText(error: unknown): string {
  const code = error instanceof ApiProblem ? error.code : 'unknown';
  const known = i18next.exists(code, { ns: 'errors' }) ? (code as 'unknown') : 'unknown';
  return i18next.t(known, { ns: 'errors' });
}

/** For whoever helps: everything that finds the failure in the logs, and nothing about the person. */
export function problemDetail(error: unknown): string {
  if (error instanceof ApiProblem) return [error.code, error.status, error.requestId].filter(Boolean).join(' · ');
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
