import { cyclesIn } from './cycles.mjs';
import { floorViolations } from './floor-violations.mjs';
import { importsOf } from './imports.mjs';
import { isTest, linesOf } from './source-files.mjs';

export const longestFile = 250;
/** Test lines for each line of code. */
export const leastTestRatio = 0.8;

/**
 * The figures of the house.
 * @param {import('./source-files.mjs').SourceFile[]} files
 * @param {Record<string, number>} floors
 */
export function houseFigures(files, floors) {
  const measured = files.map(({ path, text }) => ({ path, lines: linesOf(text) }));
  const total = (some) => some.reduce((sum, { lines }) => sum + lines, 0);
  const long = measured.filter(({ lines }) => lines > longestFile);
  const tests = total(measured.filter(({ path }) => isTest(path)));
  const code = total(measured) - tests;
  const imports = importsOf(files);
  return {
    files: files.length,
    lines: total(measured),
    long,
    longShare: total(measured) === 0 ? 0 : total(long) / total(measured),
    cycles: cyclesIn(imports),
    violations: floorViolations(imports, floors),
    tests,
    code,
    ratio: code === 0 ? 1 : tests / code,
  };
}

/** What breaks the rules of the house, in words; empty when it is in order. */
export function complaintsAbout({ long, cycles, violations, ratio }) {
  return [
    ...long.map(({ path, lines }) => `${path} has ${lines} lines, ${longestFile} are allowed`),
    ...cycles.map((group) => `import cycle: ${group.join(' <-> ')}`),
    ...violations,
    ...(ratio < leastTestRatio ? [`${ratio.toFixed(2)} test lines per code line, ${leastTestRatio} are wanted`] : []),
  ];
}
