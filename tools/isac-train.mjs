// Trains ISAC's intent model from the utterances of the repository and writes intent-model.json beside them.
// Deterministic: the same utterances give the same file, byte for byte. Usage: node tools/isac-train.mjs
import { build } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const intents = join(root, 'apps/api/src/modules/ai-assistant/understand/intents');
const scratch = mkdtempSync(join(root, 'node_modules/.isac-train-'));
try {
  await trainWith(join(scratch, 'train.mjs'));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function trainWith(bundle) {
  const contents = `
    import { trainingExamples, splitExamples } from './training-examples.js';
    import { trainModel } from './train-model.js';
    import { packModel } from './model-file.js';
    import { predictIntents } from './intent-model.js';
    export { trainingExamples, splitExamples, trainModel, packModel, predictIntents };`;
  await build({
    stdin: { contents, resolveDir: intents, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: bundle,
    packages: 'external',
    logLevel: 'error',
    plugins: [dataFilesOfSource()],
  });
  const isac = await import(pathToFileURL(bundle).href);
  const examples = isac.trainingExamples();
  const { learn, unseen } = isac.splitExamples(examples);
  const trial = isac.trainModel(learn);
  const right = unseen.filter(
    (example) => isac.predictIntents(trial, example.words)[0].intent === example.intent,
  ).length;
  console.log(
    `${examples.length} utterances; unseen fifth, model alone: ${right}/${unseen.length} = ${(right / unseen.length).toFixed(3)}`,
  );
  const text = `${JSON.stringify(isac.packModel(isac.trainModel(examples), examples))}\n`;
  writeFileSync(join(intents, 'intent-model.json'), text);
  console.log(`wrote intent-model.json, ${Math.round(text.length / 1024)} kB`);
}

/** Keeps `import.meta.url` of each source file what it is without bundling. */
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
