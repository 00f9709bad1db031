import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openInMemory } from '../testing/shop-in-memory.js';
import { evaluate, type EvaluationVerdict } from './evaluate.js';

const set = (file: string): string => fileURLToPath(new URL(`./dev-set/${file}`, import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'isac-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

interface Line {
  readonly id: string;
  readonly intent: string;
  readonly accept: readonly string[];
  readonly must: readonly string[];
  readonly skus: readonly string[];
  readonly skuGroups: readonly (readonly string[])[];
  readonly escalate: boolean | null;
}
const lines = (path: string): Line[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
const share = (right: readonly boolean[]): number => right.filter(Boolean).length / right.length;

describe('evaluate, on the set of our own', () => {
  let verdict: EvaluationVerdict;
  let said: Map<string, Line>;
  beforeAll(async () => {
    verdict = await evaluate(
      {
        catalogue: set('catalogue.json'),
        intents: set('intents.jsonl'),
        search: set('search.jsonl'),
        dialogues: set('dialogues.jsonl'),
        out,
      },
      openInMemory,
      () => 0,
    );
    said = new Map(lines(join(out, 'intents.jsonl')).map((line) => [line.id, line]));
  });
  const gold = lines(set('intents.jsonl'));

  it('makes up no price and offers nothing that is sold out', () => {
    expect(verdict.violations).toEqual([]);
    expect(verdict.messages).toBeGreaterThan(150);
  });
  it('knows what is wanted', () => {
    expect(
      share(gold.map((line) => [line.intent, ...line.accept].includes(said.get(line.id)?.intent ?? ''))),
    ).toBeGreaterThanOrEqual(0.93);
  });
  it('links the items, and none where none are spoken of', () => {
    const named = gold.filter((line) => line.skuGroups.length > 0);
    expect(
      share(
        named.map((line) =>
          line.skuGroups.every((group) => group.some((sku) => said.get(line.id)?.skus.slice(0, 3).includes(sku))),
        ),
      ),
    ).toBeGreaterThanOrEqual(0.95);
    const without = gold.filter(
      (line) => line.skuGroups.length === 0 && !/product|price|stock|purchase/.test(line.intent),
    );
    expect(share(without.map((line) => said.get(line.id)?.skus.length === 0))).toBeGreaterThanOrEqual(0.95);
  });
  it('calls a person when one is needed, and only then', () => {
    const judged = gold.filter((line) => line.escalate !== null);
    expect(
      share(judged.filter((line) => line.escalate === true).map((line) => said.get(line.id)?.escalate === true)),
    ).toBeGreaterThanOrEqual(0.95);
    expect(
      share(judged.filter((line) => line.escalate === false).map((line) => said.get(line.id)?.escalate === false)),
    ).toBeGreaterThanOrEqual(0.97);
  });
  it('finds what is searched for among the first three', () => {
    const found = new Map(lines(join(out, 'search.jsonl')).map((line) => [line.id, line.skus.slice(0, 3)]));
    expect(
      share(
        lines(set('search.jsonl')).map((line) => line.must.every((sku) => found.get(line.id)?.includes(sku) === true)),
      ),
    ).toBeGreaterThanOrEqual(0.95);
  });
  it('refuses a file that is none of the schema', async () => {
    await expect(
      evaluate(
        { catalogue: set('catalogue.json'), intents: fileURLToPath(import.meta.url), out },
        openInMemory,
        () => 0,
      ),
    ).rejects.toThrow();
  });
});
