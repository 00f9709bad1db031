import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'docs/coverage.md'), 'utf8');
/** How many requirements each of the five designs has. */
const DESIGNS = { S0: 42, S1: 101, S2: 28, S3: 54, S4: 42 } as const;
const TEST_FILE = /\.(spec|int-spec|e2e-spec|test|e2e)\.tsx?$/;

interface Row {
  id: string;
  tests: string[];
  state: string;
}

const rows: Row[] = text
  .split('\n')
  .filter((line) => /^\| S\d-\d+ /.test(line))
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return {
      id: cells[1] ?? '',
      tests: [...(cells[5] ?? '').matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? ''),
      state: cells[6] ?? '',
    };
  });

describe('docs/coverage.md', () => {
  it('has one row for each requirement, in order', () => {
    const wanted = Object.entries(DESIGNS).flatMap(([design, count]) =>
      Array.from({ length: count }, (_one, index) => `${design}-${String(index + 1).padStart(2, '0')}`),
    );
    expect(rows.map(({ id }) => id)).toEqual(wanted);
  });

  it('names only tests that are there', () => {
    const missing = rows.flatMap(({ id, tests }) =>
      tests.filter((path) => !TEST_FILE.test(path) || !existsSync(join(root, path))).map((path) => `${id}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('calls nothing done that no test shows, and nothing planned that one does', () => {
    const wrong = rows.filter(
      ({ tests, state }) => !['done', 'planned'].includes(state) || (state === 'done') !== tests.length > 0,
    );
    expect(wrong).toEqual([]);
  });

  it('counts itself right', () => {
    const done = (design: string) =>
      rows.filter(({ id, state }) => id.startsWith(`${design}-`) && state === 'done').length;
    const parts = Object.entries(DESIGNS).map(([design, count]) => `${design} ${done(design)}/${count}`);
    const all = rows.filter(({ state }) => state === 'done').length;
    expect(text).toContain(`Done: ${all} of ${rows.length} (${parts.join(', ')})`);
  });
});
