import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cyclesIn } from './cycles.mjs';
import { complaintsAbout, longestFile } from './figures.mjs';
import { floorViolations } from './floor-violations.mjs';
import { importsOf, resolveImport } from './imports.mjs';

const inModule = (path: string): string => `apps/api/src/modules/${path}`;

describe('where an import leads', () => {
  const known = new Set([
    'apps/api/src/a.ts',
    'apps/api/src/b/index.ts',
    'apps/panel/src/c.tsx',
    'libs/money/src/index.ts',
    'apps/panel/src/app/session.ts',
    'apps/api/src/floors.mjs',
  ]);

  it.each([
    ['apps/api/src/x.ts', './a.js', 'apps/api/src/a.ts'],
    ['apps/api/src/x.ts', './a', 'apps/api/src/a.ts'],
    ['apps/api/src/x.ts', './b', 'apps/api/src/b/index.ts'],
    ['apps/api/src/x.ts', './b/index.js', 'apps/api/src/b/index.ts'],
    ['apps/api/src/deep/x.ts', '../a.js', 'apps/api/src/a.ts'],
    ['apps/panel/src/x.tsx', './c', 'apps/panel/src/c.tsx'],
    ['apps/panel/src/x.tsx', '@/app/session', 'apps/panel/src/app/session.ts'],
    ['apps/panel/src/x.tsx', '@hilo/money', 'libs/money/src/index.ts'],
    ['apps/api/src/x.ts', './floors.mjs', 'apps/api/src/floors.mjs'],
    ['apps/api/src/x.ts', './missing.js', undefined],
    ['apps/api/src/x.ts', '@nestjs/common', undefined],
    ['apps/api/src/x.ts', 'node:fs', undefined],
    ['apps/api/src/x.ts', '@hilo/unknown', undefined],
  ])('from %s, %s leads to %s', (from, specifier, to) => {
    expect(resolveImport(from, specifier, known)).toBe(to);
  });

  it('is seen however it is written, and not where it only stands in words', () => {
    const text = [
      `import a from './a.js';`,
      `import type { B } from './b.js';`,
      `export * from './c.js';`,
      `const d = await import('./d.js');`,
      `// import './e.js';`,
      `const words = "import './f.js'";`,
    ].join('\n');
    const files = [
      { path: 'x/y.ts', text },
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ path: `x/${name}.ts`, text: '' })),
    ];
    expect(
      importsOf(files)
        .map(({ to }: { to: string }) => to)
        .sort(),
    ).toEqual(['x/a.ts', 'x/b.ts', 'x/c.ts', 'x/d.ts']);
  });
});

describe('cycles', () => {
  const nodes = fc.integer({ min: 0, max: 12 });

  it('are none in what only goes down', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(nodes, nodes)), (pairs) => {
        const down = pairs
          .filter(([from, to]) => from > to)
          .map(([from, to]) => ({ from: String(from), to: String(to) }));
        expect(cyclesIn(down)).toEqual([]);
      }),
    );
  });

  it('hold exactly those that can reach each other', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(nodes, nodes), { maxLength: 25 }), (pairs) => {
        const edges = pairs.filter(([from, to]) => from !== to);
        const reaches = (from: number, to: number, seen = new Set<number>()): boolean =>
          edges.some(([a, b]) => a === from && !seen.has(b) && (b === to || reaches(b, to, seen.add(b))));
        const cycles = cyclesIn(edges.map(([from, to]) => ({ from: String(from), to: String(to) })));
        const inCycle = new Set(cycles.flat());
        for (const node of new Set(edges.flat()))
          expect([node, inCycle.has(String(node))]).toEqual([node, reaches(node, node)]);
        expect(new Set(cycles.flat()).size).toBe(cycles.flat().length);
      }),
    );
  });
});

describe('floors', () => {
  const table = { platform: 0, channels: 3, contacts: 3, leads: 7 };
  const breach = (from: string, to: string): string[] => floorViolations([{ from, to }], table);

  it.each([
    [inModule('leads/a.ts'), inModule('contacts/index.ts')],
    [inModule('leads/a.ts'), inModule('leads/b.ts')],
    [inModule('leads/a.ts'), 'apps/api/src/platform/clock/clock.ts'],
    [inModule('channels/a.spec.ts'), inModule('leads/b.ts')],
    [inModule('channels/testing/a.ts'), inModule('leads/b.ts')],
    ['apps/api/src/root.module.ts', inModule('leads/services/b.ts')],
    [inModule('leads/a.ts'), 'libs/money/src/index.ts'],
  ])('let %s import %s', (from, to) => {
    expect(breach(from, to)).toEqual([]);
  });

  it.each([
    [inModule('channels/a.ts'), inModule('contacts/index.ts'), 'floor 3'],
    [inModule('channels/a.ts'), inModule('leads/index.ts'), 'floor 7'],
    [inModule('leads/a.ts'), inModule('contacts/services/b.ts'), 'front door'],
    ['apps/api/src/platform/a.ts', inModule('contacts/index.ts'), 'floor 0'],
    [inModule('nobody/a.ts'), inModule('contacts/index.ts'), 'nobody has no floor'],
    [inModule('leads/a.ts'), inModule('nobody/index.ts'), 'nobody has no floor'],
  ])('refuse %s the import of %s', (from, to, words) => {
    expect(breach(from, to)).toEqual([expect.stringContaining(words)]);
  });
});

describe('a house that is not in order', () => {
  it('complains about each thing in a sentence of its own', () => {
    const figures = {
      long: [{ path: 'a.ts', lines: longestFile + 1 }],
      cycles: [['a.ts', 'b.ts']],
      violations: ['c.ts imports d.ts'],
      ratio: 0.1,
    };
    expect(complaintsAbout(figures as never)).toHaveLength(4);
  });
});
