import { describe, expect, it } from '@jest/globals';
import { importsOf, resolveImport } from './imports.mjs';

const known = new Set([
  'apps/api/src/a.ts',
  'apps/api/src/b/index.ts',
  'apps/panel/src/c.tsx',
  'libs/money/src/index.ts',
]);

describe('resolveImport', () => {
  it.each([
    ['apps/api/src/b/index.ts', '../a.js', 'apps/api/src/a.ts'],
    ['apps/api/src/a.ts', './b/index.js', 'apps/api/src/b/index.ts'],
    ['apps/panel/src/routes/d.tsx', '../c', 'apps/panel/src/c.tsx'],
    ['apps/panel/src/routes/d.tsx', '@/c', 'apps/panel/src/c.tsx'],
    ['apps/api/src/a.ts', '@hilo/money', 'libs/money/src/index.ts'],
    ['apps/api/src/a.ts', 'pg', undefined],
    ['apps/api/src/a.ts', './missing.js', undefined],
  ])('%s: %s', (from, specifier, to) => expect(resolveImport(from, specifier, known)).toBe(to));
});

describe('importsOf', () => {
  it('sees static, type-only, re-exporting and dynamic imports', () => {
    const files = [
      {
        path: 'x/a.ts',
        text: "import { b } from './b.js';\nimport type { C } from './c.js';\nexport * from './d.js';\nvoid import('./e.js');",
      },
      ...['b', 'c', 'd', 'e'].map((name) => ({ path: `x/${name}.ts`, text: '' })),
    ];
    expect(importsOf(files).map(({ to }) => to)).toEqual(['x/b.ts', 'x/c.ts', 'x/d.ts', 'x/e.ts']);
  });
});
