import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isHandWritten, isTest, linesOf, sourceFiles } from './source-files.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hilo-house-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
function write(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `// ${path}\n`);
  }
}

describe('what the house counts', () => {
  it.each(['apps/api/src/main.ts', 'apps/panel/src/app.tsx', 'libs/money/src/index.ts'])('is %s', (path) => {
    expect(isHandWritten(path)).toBe(true);
  });

  it.each([
    'apps/panel/src/routes.gen.ts',
    'libs/x/src/types.d.ts',
    'apps/api/src/metadata.ts',
    'apps/api/src/migrations/1-create.ts',
    'apps/api/src/demo/data/items.ts',
    'README.md',
    'a.mjs',
    'a.json',
  ])('is not %s', (path) => {
    expect(isHandWritten(path)).toBe(false);
  });

  it('is found in the folders that are there, with slashes from the root, and in none that programs fill', () => {
    write(
      'apps/a/src/x.ts',
      'apps/a/src/deep/y.tsx',
      'apps/a/dist/x.ts',
      'apps/a/node_modules/p/x.ts',
      'apps/a/fixtures/x.ts',
      'libs/b/coverage/x.ts',
      'libs/b/z.ts',
    );
    const found = sourceFiles(root, ['apps', 'libs', 'nowhere']).map(({ path }: { path: string }) => path);
    expect(found.sort()).toEqual(['apps/a/src/deep/y.tsx', 'apps/a/src/x.ts', 'libs/b/z.ts']);
  });
});

describe('a test', () => {
  it.each([
    'a.spec.ts',
    'a.int-spec.ts',
    'a.test.tsx',
    'apps/api-e2e/src/a.ts',
    'apps/panel-e2e/src/support/person.ts',
    'apps/api/src/modules/x/testing/app.ts',
    'a.e2e-spec.ts',
  ])('is %s', (path) => {
    expect(isTest(path)).toBe(true);
  });

  it.each(['a.ts', 'apps/api/src/spec.ts', 'apps/api/src/testing.ts', 'apps/api/src/contest/x.ts'])(
    'is not %s',
    (path) => {
      expect(isTest(path)).toBe(false);
    },
  );
});

it.each([
  ['', 1],
  ['a', 1],
  ['a\n', 1],
  ['a\nb', 2],
  ['a\nb\n\n\n', 2],
])('%j has %i lines', (text, lines) => {
  expect(linesOf(text)).toBe(lines);
});
