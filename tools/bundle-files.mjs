/**
 * The files a person's browser loads before the first screen: the entry's static imports and those of the given
 * routes, each once.
 * @param {Record<string, { file: string, isEntry?: boolean, src?: string, imports?: string[], css?: string[], dynamicImports?: string[] }>} manifest Vite's
 * @param {RegExp} route which lazily loaded sources belong to the first screen
 * @returns {{ scripts: string[], styles: string[] }} file names in the build
 */
export function firstScreenFiles(manifest, route) {
  const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
  const lazy = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry && route.test(key));
  const scripts = new Set();
  const styles = new Set();
  const visited = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || visited.has(key)) return;
    visited.add(key);
    (chunk.file.endsWith('.css') ? styles : scripts).add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of [...entries, ...lazy]) visit(key);
  return { scripts: [...scripts], styles: [...styles] };
}
