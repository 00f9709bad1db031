// How much a browser fetches before the inbox works, from the build's manifest: the entry, the inbox, its words, and all
// that these import statically. Fails over the budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KIB = { js: 240, css: 20 };
const ROOTS = [
  'index.html',
  'src/features/conversations/index.ts',
  ...['shell', 'ui', 'errors', 'conversations'].map((namespace) => `src/i18n/es/${namespace}.json`),
];

const dist = new URL('./dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const kib = (files) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0) / 1024;

const seen = new Set();
const visit = (key) => {
  if (seen.has(key)) return;
  seen.add(key);
  for (const imported of manifest[key].imports ?? []) visit(imported);
};
for (const root of ROOTS) visit(root);

const js = kib(new Set([...seen].map((key) => manifest[key].file)));
const css = kib(new Set([...seen].flatMap((key) => manifest[key].css ?? [])));
console.log(
  `first load of /bandeja: ${js.toFixed(1)} KiB of JS (budget ${BUDGET_KIB.js}), ${css.toFixed(1)} KiB of CSS (budget ${BUDGET_KIB.css}), gzip`,
);
if (js > BUDGET_KIB.js || css > BUDGET_KIB.css) process.exitCode = 1;
