import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadIntentModel } from '../understand/intents/model-file.js';
import { buildItemIndex } from '../understand/link-items/item-index.js';
import { catalogueFile, dialogueLine, intentLine, readJsonLines, searchLine } from './evaluation-files.js';
import type { ShopEngine } from './shop-engine.js';
import { predictDialogue, predictMessage, predictSearch } from './shop-engine.js';

export interface EvaluationPaths {
  readonly catalogue: string;
  readonly intents?: string;
  readonly search?: string;
  readonly dialogues?: string;
  readonly out: string;
}

export interface EvaluationVerdict {
  readonly messages: number;
  readonly searches: number;
  readonly dialogues: number;
  readonly violations: readonly string[];
  /** Milliseconds. */
  readonly latencyP95: number;
}

/** Runs the pipeline over files of the evaluation schema, a shop a business, and writes intents.jsonl, search.jsonl and dialogues.jsonl. */
export function evaluate(paths: EvaluationPaths, now: () => number): EvaluationVerdict {
  mkdirSync(paths.out, { recursive: true });
  const engines = enginesOf(paths.catalogue, now);
  const latencies: number[] = [];
  const violations: string[] = [];
  const write = (file: string, lines: readonly object[]): void =>
    writeFileSync(join(paths.out, file), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const intents = paths.intents === undefined ? [] : readJsonLines(paths.intents, intentLine);
  const searches = paths.search === undefined ? [] : readJsonLines(paths.search, searchLine);
  const dialogues = paths.dialogues === undefined ? [] : readJsonLines(paths.dialogues, dialogueLine);
  const messageLines = intents.map(({ id, shop, text }) => {
    const { intent, intents: all, skus, said, escalate, latencyMs } = predictMessage(engineFor(engines, shop), text);
    latencies.push(latencyMs);
    return { id, intent, intents: all, skus, slots: said, escalate, latencyMs };
  });
  const searchLines = searches.map(({ id, shop, query }) => ({
    id,
    ...predictSearch(engineFor(engines, shop), query),
  }));
  const dialogueLines = dialogues.map(({ id, shop, turns }) => {
    const { violations: found, ...prediction } = predictDialogue(
      engineFor(engines, shop),
      turns.map((turn) => turn.user),
    );
    latencies.push(...prediction.turns.map((turn) => turn.latencyMs));
    violations.push(...found.map((one) => `${id} ${one}`));
    return { id, ...prediction };
  });
  if (paths.intents !== undefined) write('intents.jsonl', messageLines);
  if (paths.search !== undefined) write('search.jsonl', searchLines);
  if (paths.dialogues !== undefined) write('dialogues.jsonl', dialogueLines);
  return {
    messages: intents.length,
    searches: searches.length,
    dialogues: dialogues.length,
    violations,
    latencyP95: percentile(latencies, 0.95),
  };
}

/** A service answers thousands of messages a process: the first ones, which compile the code, are not what customers wait for. */
const WARM_UP = [
  'hola, cuánto cuesta?',
  'quiero 2 de esos, soy Ana de Quito',
  'me llegó roto, quiero hablar con una persona',
];

function enginesOf(path: string, now: () => number): ReadonlyMap<string, ShopEngine> {
  const { shops, products } = catalogueFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  const model = loadIntentModel();
  return new Map(
    shops.map((shop) => {
      const items = products
        .filter((product) => product.shop === shop.id)
        .map(({ shop: _, ...product }) => ({ ...product, id: product.sku }));
      const engine: ShopEngine = { model, index: buildItemIndex(items), shop, now };
      for (let run = 0; run < 20; run++) for (const text of WARM_UP) predictMessage(engine, text);
      return [shop.id, engine] as const;
    }),
  );
}

function engineFor(engines: ReadonlyMap<string, ShopEngine>, shop: string): ShopEngine {
  const engine = engines.get(shop);
  if (!engine) throw new Error(`The catalogue has no shop "${shop}"`);
  return engine;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
