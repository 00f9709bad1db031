// Runs ISAC over evaluation files and writes predictions:
//   npm run isac:evaluate -- --catalogue F --intents F --search F --dialogues F --out DIR
// Compiles the assistant from source (needs only `npm ci`), prints its verdict as the last line and exits 1 when a reply held an
// invented price or offered a sold-out item.
import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    catalogue: { type: 'string' },
    intents: { type: 'string' },
    search: { type: 'string' },
    dialogues: { type: 'string' },
    out: { type: 'string' },
  },
});
if (!values.catalogue || !values.out) {
  console.error('Usage: npm run isac:evaluate -- --catalogue F [--intents F] [--search F] [--dialogues F] --out DIR');
  process.exit(2);
}

const scratch = mkdtempSync(join(root, 'node_modules/.isac-evaluate-'));
try {
  const { evaluate } = await compile(join(scratch, 'evaluate.mjs'));
  const paths = Object.fromEntries(Object.entries(values).map(([name, path]) => [name, resolve(path)]));
  const verdict = evaluate(paths, () => performance.now());
  for (const violation of verdict.violations) console.error(`violation: ${violation}`);
  const counts = `${verdict.messages} messages, ${verdict.searches} searches, ${verdict.dialogues} dialogues, p95 ${verdict.latencyP95.toFixed(1)} ms`;
  const ok = verdict.violations.length === 0;
  console.log(
    `${ok ? 'PASS' : 'FAIL'} isac:evaluate: ${counts}, invented prices or sold-out offers: ${verdict.violations.length}`,
  );
  process.exitCode = ok ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function compile(outfile) {
  await build({
    entryPoints: [join(root, 'apps/api/src/modules/ai-assistant/evaluation/evaluate.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    nodePaths: [join(root, 'apps/api/node_modules'), join(root, 'node_modules')],
    packages: 'external',
    logLevel: 'error',
    plugins: [dataFilesOfSource()],
  });
  return import(pathToFileURL(outfile).href);
}

/** Keeps `import.meta.url` of each source file what it is without bundling: data files lie beside the sources. */
function dataFilesOfSource() {
  return {
    name: 'source-url',
    setup(builder) {
      builder.onLoad({ filter: /ai-assistant[\\/].*\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        return {
          contents: source.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
          loader: 'ts',
        };
      });
    },
  };
}
