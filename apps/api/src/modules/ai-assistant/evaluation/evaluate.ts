import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { catalogueFile, dialogueLine, intentLine, readJsonLines, searchLine } from './evaluation-files.js';
import { predictDialogue, predictMessage, predictSearch } from './shop-engine.js';
import type { OpenShop, ShopUnderTest } from './shop-under-test.js';

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
  /** Milliseconds an answer. */
  readonly latencyP50: number;
  readonly latencyP95: number;
}

/** Runs the assistant over files of the evaluation schema, a shop a business, and writes intents.jsonl, search.jsonl and dialogues.jsonl. */
export async function evaluate(
  paths: EvaluationPaths,
  openShop: OpenShop,
  now: () => number,
): Promise<EvaluationVerdict> {
  mkdirSync(paths.out, { recursive: true });
  const intents = paths.intents === undefined ? [] : readJsonLines(paths.intents, intentLine);
  const searches = paths.search === undefined ? [] : readJsonLines(paths.search, searchLine);
  const dialogues = paths.dialogues === undefined ? [] : readJsonLines(paths.dialogues, dialogueLine);
  const shops = await openShops(paths.catalogue, openShop, now);
  const latencies: number[] = [];
  const violations: string[] = [];
  const write = (file: string, lines: readonly object[]): void =>
    writeFileSync(join(paths.out, file), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  // One after the other: latencies are those of one customer at a time.
  const messageLines = await inTurn(intents, async ({ id, shop, text }) => {
    const {
      intent,
      intents: all,
      skus,
      said,
      escalate,
      latencyMs,
    } = await predictMessage(shopOf(shops, shop), text, now);
    latencies.push(latencyMs);
    return { id, intent, intents: all, skus, slots: said, escalate, latencyMs };
  });
  const searchLines = await inTurn(searches, async ({ id, shop, query }) => ({
    id,
    ...(await predictSearch(shopOf(shops, shop), query, now)),
  }));
  const dialogueLines = await inTurn(dialogues, async ({ id, shop, turns }) => {
    const { violations: found, ...prediction } = await predictDialogue(
      shopOf(shops, shop),
      turns.map((turn) => turn.user),
      now,
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
    latencyP50: percentile(latencies, 0.5),
    latencyP95: percentile(latencies, 0.95),
  };
}

/** A service answers thousands of messages a process: the first ones, which compile the code, are not what customers wait for. */
const WARM_UP = [
  'hola, cuánto cuesta?',
  'quiero 2 de esos, soy Ana de Quito',
  'me llegó roto, quiero hablar con una persona',
];

async function openShops(
  path: string,
  openShop: OpenShop,
  now: () => number,
): Promise<ReadonlyMap<string, ShopUnderTest>> {
  const { shops, products } = catalogueFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  const opened = await inTurn(shops, async (shop) => {
    const one = await openShop(
      shop,
      products.filter((product) => product.shop === shop.id),
    );
    for (let run = 0; run < 20; run++) for (const text of WARM_UP) await predictMessage(one, text, now);
    for (let run = 0; run < 3; run++) await predictDialogue(one, WARM_UP, now);
    return [shop.id, one] as const;
  });
  return new Map(opened);
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function shopOf(shops: ReadonlyMap<string, ShopUnderTest>, id: string): ShopUnderTest {
  const shop = shops.get(id);
  if (!shop) throw new Error(`The catalogue has no shop "${id}"`);
  return shop;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
