import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from './language';
import { NAMESPACES, type Namespace } from './namespaces';

const source = fileURLToPath(new URL('../', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.(test|spec)\.|testing\//.test(name))
  .map((name) => ({ name, text: readFileSync(source + name, 'utf8') }));

type Words = { [key: string]: string | Words };

function leaves(words: Words, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : leaves(value, `${path}${key}.`),
  );
}
/** A key as code asks for it: without the form of its plural. */
const asked = (key: string): string => key.replace(/_(zero|one|many|other)$/, '');
const keysOf = (namespace: string, language = 'es'): Set<string> =>
  new Set(leaves(JSON.parse(readFileSync(`${source}i18n/${language}/${namespace}.json`, 'utf8')) as Words).map(asked));

interface Use {
  file: string;
  namespace: Namespace;
  key: string;
}

/** Where words are asked for by a key written out, or by one with holes (`roles.${role}`). */
const uses: Use[] = files.flatMap(({ name, text }) => {
  const spoken = [...text.matchAll(/useTranslation\('(\w+)'\)/g)].map(([, one]) => one as Namespace);
  const [own = 'shell'] = spoken;
  // A file that speaks two languages of its own would need a parser; none does.
  if (new Set(spoken).size > 1) return [];
  return [...text.matchAll(/\bt\(\s*(?:'([^']+)'|`([^`]+)`)(?:,\s*\{\s*ns: '(\w+)')?/g)].map(
    ([, plain, holed, elsewhere]) => ({
      file: name,
      namespace: (elsewhere ?? own) as Namespace,
      key: plain ?? (holed ?? '').replaceAll(/\$\{[^}]*\}/g, '*'),
    }),
  );
});
const known = new Map(NAMESPACES.map((namespace) => [namespace, keysOf(namespace)]));

const fits = (pattern: string, key: string): boolean =>
  new RegExp(`^${pattern.replaceAll(/[.?+^$()[\]{}|\\]/g, '\\$&').replaceAll('*', '[^.]+')}$`).test(key);

describe('the words that screens ask for', () => {
  it('are found where they are asked for', () => {
    expect(uses.length).toBeGreaterThan(500);
    expect(new Set(uses.map(({ namespace }) => namespace)).size).toBeGreaterThan(7);
  });

  it('are there, in the namespace of the screen', () => {
    const missing = uses.filter(({ namespace, key }) => {
      const keys = [...(known.get(namespace) ?? [])];
      return !keys.some((one) => fits(asked(key), one));
    });
    expect(missing).toEqual([]);
  });

  it.each(NAMESPACES.map((namespace) => ({ namespace })))('are all in every language: $namespace', ({ namespace }) => {
    const wanted = new Set(uses.filter((use) => use.namespace === namespace).map(({ key }) => asked(key)));
    for (const language of LANGUAGES) {
      const keys = [...keysOf(namespace, language)];
      const missing = [...wanted].filter((key) => !keys.some((one) => fits(key, one)));
      expect({ language, missing }).toEqual({ language, missing: [] });
    }
  });

  it('are fetched by the route of the feature that asks for them', () => {
    const routes = files.filter(({ name }) => name.startsWith('routes/'));
    const fetched = routes.flatMap(({ text }) =>
      [...text.matchAll(/import\('\.\.\/features\/([\w-]+)'\), \[([^\]]*)\]/g)].map(([, feature, list]) => ({
        feature: feature ?? '',
        namespaces: [...(list ?? '').matchAll(/'(\w+)'/g)].map(([, one]) => one),
      })),
    );
    expect(fetched.length).toBeGreaterThan(6);
    const first = ['shell', 'ui', 'errors'];
    for (const { feature, namespaces } of fetched) {
      const spoken = uses.filter(({ file }) => file.startsWith(`features/${feature}/`)).map((use) => use.namespace);
      expect({
        feature,
        unfetched: [...new Set(spoken)].filter((one) => ![...namespaces, ...first].includes(one)),
      }).toEqual({
        feature,
        unfetched: [],
      });
    }
  });
});
