/** One field the server refused. `path` is a JSON pointer into the request body, e.g. `/email`. */
export interface FieldProblem {
  path: string;
  message: string;
}

/**
 * A request that was refused or never arrived. `code` is stable and is the key of its words in the `errors` namespace;
 * `network` (status 0) is ours: no answer came at all.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly code: string,
    readonly status: number,
    readonly detail: string,
    readonly requestId: string | null = null,
    readonly errors: readonly FieldProblem[] = [],
    /** Members of the problem beyond the standard ones, e.g. `retryAfterS`, `assignee`. */
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }

  /** Whether nobody can know if the server did it; sending again needs the same Idempotency-Key. */
  get unanswered(): boolean {
    return this.status === 0 || this.status >= 502;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .map((entry) => ({ path: text(entry['path']) ?? '', message: text(entry['message']) ?? '' }));
}

/** Reads a problem+json body (RFC 9457). Anything else, such as a proxy's page, becomes a plain refusal of that status. */
export function readProblem(status: number, body: unknown, retryAfter: string | null = null): ApiProblem {
  const problem = isRecord(body) ? body : {};
  const {
    code,
    detail,
    requestId,
    errors,
    type: _type,
    title: _title,
    instance: _instance,
    status: _status,
    ...extra
  } = problem;
  const seconds = Number(retryAfter);
  if (extra['retryAfterS'] === undefined && retryAfter !== null && Number.isFinite(seconds))
    extra['retryAfterS'] = seconds;
  return new ApiProblem(
    text(code) ?? fallbackCode(status),
    status,
    text(detail) ?? '',
    text(requestId),
    fieldProblems(errors),
    extra,
  );
}

function fallbackCode(status: number): string {
  if (status === 401) return 'unauthorized';
  if (status === 429) return 'too_many_requests';
  return status >= 500 ? 'unavailable' : 'refused';
}
