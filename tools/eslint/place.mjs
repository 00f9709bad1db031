import { posix, relative, sep } from 'node:path';

/** The path of the file being linted from the project's root, with slashes. */
export const pathOf = (context) => relative(context.cwd, context.filename).split(sep).join('/');

/**
 * Visitors that call `visit(node, specifier)` for every import, re-export and dynamic import of a literal.
 * @param {(node: import('estree').Node, specifier: string) => void} visit
 */
export function importVisitors(visit) {
  const literal = (node) => {
    if (node.source?.type === 'Literal' && typeof node.source.value === 'string') visit(node.source, node.source.value);
  };
  return {
    ImportDeclaration: literal,
    ExportAllDeclaration: literal,
    ExportNamedDeclaration: literal,
    ImportExpression: literal,
  };
}

/** The source path a relative or `@/` specifier leads to, undefined when it leaves the sources. */
export function targetOf(from, specifier) {
  if (specifier.startsWith('.')) {
    return posix.normalize(posix.join(posix.dirname(from), specifier)).replace(/\.js$/, '.ts');
  }
  return specifier.startsWith('@/') ? `${from.split('/').slice(0, 2).join('/')}/src/${specifier.slice(2)}` : undefined;
}
