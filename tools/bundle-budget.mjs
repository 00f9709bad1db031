import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { firstScreenFiles } from './bundle-files.mjs';
import { readJson } from './runtime/private-file.mjs';
import { inProject } from './runtime/project.mjs';

/** `node tools/bundle-budget.mjs`: what the panel's first screen costs, in KiB after gzip. */
const budget = { scripts: 240, styles: 20 };
const dist = inProject('apps/panel/dist');
const manifest = readJson(`${dist}/.vite/manifest.json`);

if (!manifest) {
  console.error('apps/panel/dist/.vite/manifest.json is missing: build the panel with build.manifest on.');
  process.exit(1);
}
// The first screen is /bandeja in Spanish: the conversations feature and the texts it is shown with.
const firstScreen = /^src\/(features\/conversations\/index\.ts|i18n\/es\/(shell|ui|errors|conversations)\.json)$/;
const files = firstScreenFiles(manifest, firstScreen);
for (const kind of ['scripts', 'styles']) {
  const sizes = files[kind]
    .filter((file) => existsSync(`${dist}/${file}`))
    .map((file) => ({ file, size: gzipSync(readFileSync(`${dist}/${file}`)).length / 1024 }))
    .sort((a, b) => b.size - a.size);
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  console.log(`${kind}: ${total.toFixed(1)} KiB of ${budget[kind]} KiB`);
  for (const { file, size } of sizes) console.log(`  ${size.toFixed(1).padStart(7)}  ${file}`);
  if (total > budget[kind]) process.exitCode = 1;
}
