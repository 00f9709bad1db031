import type { z } from 'zod';
import type { GraphRefusal } from '../graph-error.js';

type Issue = z.core.$ZodIssue;

/** The refusal for the first thing wrong with a request: 131008 for what is missing, 100 for what is too long, 131009 for the rest. */
export function refusalOf(error: z.ZodError, under?: string): GraphRefusal {
  const issue = deepest(error.issues[0]);
  if (issue === undefined) return { code: 100 };
  const name = paramName([...(under === undefined ? [] : [under]), ...issue.path]);
  if (isMissing(issue)) return { code: 131008, details: `Required parameter is missing: ${name}` };
  if (issue.code === 'too_big') return { code: 100, details: lengthWords(issue, name) };
  if (issue.code === 'unrecognized_keys')
    return { code: 100, details: `Unexpected key "${issue.keys[0] ?? ''}" on param "${name}".` };
  return {
    code: 131009,
    details: issue.code === 'custom' ? `${issue.message} (${name})` : `Parameter value is not valid: ${name}`,
  };
}

const isMissing = (issue: Issue): boolean =>
  issue.code === 'invalid_type' && issue.message.endsWith('received undefined');

function lengthWords(issue: Extract<Issue, { code: 'too_big' }>, name: string): string {
  const unit = issue.origin === 'array' ? 'elements' : 'characters';
  return issue.origin === 'number'
    ? `Param ${name} must be at most ${issue.maximum}.`
    : `Param ${name} must be at most ${issue.maximum} ${unit} long.`;
}

function deepest(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  const inner = issue.errors[0]?.[0];
  return inner === undefined ? issue : deepest({ ...inner, path: [...issue.path, ...inner.path] });
}

/** `text['body']`, as Meta names parameters. */
function paramName(path: readonly PropertyKey[]): string {
  const [first, ...rest] = path;
  return `${String(first ?? 'request')}${rest.map((key) => `['${String(key)}']`).join('')}`;
}
