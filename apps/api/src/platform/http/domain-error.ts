export interface FieldError {
  /** JSON pointer into the body, or `?name` for a query parameter. */
  path: string;
  message: string;
}

/** A refusal with a stable code that clients can act on; becomes problem+json. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly detail: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
    readonly errors: readonly FieldError[] = [],
  ) {
    super(detail);
  }
}

/** The same answer for what does not exist and for what is not yours. */
export const notFound = (what: string): DomainError =>
  new DomainError('not_found', 404, `There is no such ${what}, or you may not see it.`);

export const staleVersion = (current: number): DomainError =>
  new DomainError('stale_version', 412, 'Somebody changed this meanwhile: reload it and try again.', {
    currentVersion: current,
  });

export const invalidField = (path: string, message: string): DomainError =>
  new DomainError('validation_failed', 400, 'Some fields need your attention.', {}, [{ path, message }]);
