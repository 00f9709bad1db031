import { posix } from 'node:path';
import ts from 'typescript';

/** @typedef {{ from: string, to: string }} Import two paths of source files */

/**
 * The path an import leads to, undefined when it leads out of the sources (packages, data).
 * @param {string} from path of the importing file
 * @param {string} specifier as written
 * @param {ReadonlySet<string>} known paths of all source files
 */
export function resolveImport(from, specifier, known) {
  const base = baseOf(from, specifier);
  if (base === undefined) return undefined;
  const bare = base.replace(/\.jsx?$/, '');
  return [base, `${bare}.ts`, `${bare}.tsx`, `${base}/index.ts`, `${base}/index.tsx`].find((path) => known.has(path));
}

function baseOf(from, specifier) {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier));
  if (specifier.startsWith('@hilo/')) return `libs/${specifier.slice('@hilo/'.length)}/src`;
  if (specifier.startsWith('@/')) return posix.join(from.split('/').slice(0, 2).join('/'), 'src', specifier.slice(2));
  return undefined;
}

/**
 * Every import between the files: static, re-export, dynamic and type-only ones.
 * @param {import('./source-files.mjs').SourceFile[]} files
 * @returns {Import[]}
 */
export function importsOf(files) {
  const known = new Set(files.map(({ path }) => path));
  return files.flatMap(({ path, text }) =>
    ts
      .preProcessFile(text, true, true)
      .importedFiles.map(({ fileName }) => resolveImport(path, fileName, known))
      .filter((to) => to !== undefined && to !== path)
      .map((to) => ({ from: path, to })),
  );
}
