import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** @typedef {{ path: string, text: string }} SourceFile path from the root, with slashes */

const skippedFolders = new Set([
  'node_modules',
  'dist',
  'coverage',
  '.vite',
  'test-results',
  'playwright-report',
  'fixtures',
]);

/** Files that a program writes, and data. */
export const isHandWritten = (path) =>
  /\.tsx?$/.test(path) && !/\.gen\.tsx?$|\.d\.ts$|(^|\/)metadata\.ts$|(^|\/)(migrations|data)\//.test(path);

export const isTest = (path) =>
  /\.(spec|int-spec|e2e-spec|test)\.tsx?$/.test(path) || /^apps\/[^/]+-e2e\//.test(path) || /\/testing\//.test(path);

/** Every hand-written TypeScript file of the folders. @returns {SourceFile[]} */
export function sourceFiles(root, folders) {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => [...filesUnder(root, join(root, folder))]);
}

function* filesUnder(root, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = join(folder, entry.name);
    if (entry.isDirectory() && !skippedFolders.has(entry.name)) yield* filesUnder(root, full);
    const path = relative(root, full).split(sep).join('/');
    if (entry.isFile() && isHandWritten(path)) yield { path, text: readFileSync(full, 'utf8') };
  }
}

export const linesOf = (text) => text.trimEnd().split('\n').length;
