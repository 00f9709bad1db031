import { isTest } from './source-files.mjs';

const placeOf = (path) => {
  const module = /^apps\/api\/src\/modules\/([^/]+)\//.exec(path);
  if (module) return module[1];
  return path.startsWith('apps/api/src/platform/') ? 'platform' : undefined;
};

/**
 * Breaches of the one dependency rule: a module imports another module only from its index.ts and only from a lower
 * floor. Tests and composition roots stand outside; the platform may be entered anywhere.
 * @param {import('./imports.mjs').Import[]} imports
 * @param {Record<string, number>} floors
 * @returns {string[]} one sentence each
 */
export function floorViolations(imports, floors) {
  const breaches = [];
  for (const { from, to } of imports) {
    const [here, there] = [placeOf(from), placeOf(to)];
    if (isTest(from) || here === undefined || there === undefined || here === there) continue;
    const homeless = [here, there].find((module) => floors[module] === undefined);
    if (homeless !== undefined) breaches.push(`${from}: ${homeless} has no floor in floors.mjs`);
    else if (floors[there] >= floors[here]) {
      breaches.push(`${from} (floor ${floors[here]}) imports ${to} (floor ${floors[there]})`);
    } else if (there !== 'platform' && to !== `apps/api/src/modules/${there}/index.ts`) {
      breaches.push(`${from} imports ${to}, not by the front door (index.ts)`);
    }
  }
  return breaches;
}
