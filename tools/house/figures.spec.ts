import { describe, expect, it } from '@jest/globals';
import { complaintsAbout, houseFigures } from './figures.mjs';
import { isHandWritten, isTest } from './source-files.mjs';

const file = (path: string, lines: number) => ({ path, text: 'x;\n'.repeat(lines) });

describe('houseFigures', () => {
  it('is content with a house in order', () => {
    const figures = houseFigures([file('apps/api/src/a.ts', 250), file('apps/api/src/a.spec.ts', 200)], {});
    expect(figures).toMatchObject({ files: 2, lines: 450, longShare: 0, ratio: 0.8 });
    expect(complaintsAbout(figures)).toEqual([]);
  });

  it('complains about a long file and too few tests', () => {
    const figures = houseFigures([file('apps/api/src/a.ts', 251), file('apps/api/src/b.ts', 249)], {});
    expect(figures.longShare).toBeCloseTo(0.502);
    expect(complaintsAbout(figures)).toEqual([
      'apps/api/src/a.ts has 251 lines, 250 are allowed',
      '0.00 test lines per code line, 0.8 are wanted',
    ]);
  });

  it('names the files of a cycle', () => {
    const files = [
      { path: 'apps/api/src/a.ts', text: "import './b.js';" },
      { path: 'apps/api/src/b.ts', text: "import './a.js';" },
      file('apps/api/src/a.spec.ts', 2),
    ];
    expect(complaintsAbout(houseFigures(files, {}))).toEqual(['import cycle: apps/api/src/a.ts <-> apps/api/src/b.ts']);
  });
});

describe('which files count', () => {
  it.each([
    'libs/api-client/src/schema.gen.ts',
    'apps/api/src/metadata.ts',
    'apps/api/src/migrations/1-x.ts',
    'apps/api/src/data/x.ts',
    'a.json',
    'a.d.ts',
  ])('%s is not hand-written code', (path) => expect(isHandWritten(path)).toBe(false));

  it.each([
    'a.spec.ts',
    'a.int-spec.ts',
    'a.test.tsx',
    'apps/api-e2e/src/sign-in.ts',
    'apps/api/src/testing/fixed-clock.ts',
  ])('%s is a test', (path) => expect(isTest(path)).toBe(true));
});
