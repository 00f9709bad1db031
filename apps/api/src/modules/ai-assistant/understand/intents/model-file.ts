import { createHash } from 'node:crypto';

import { readData } from '../text/read-data.js';
import { BUCKETS } from './features.js';
import { INTENTS } from './intent.js';
import type { IntentModel } from './intent-model.js';
import type { Example } from './train-model.js';

/** The trained model as it is kept: one signed byte a weight in base64, `scale` per class. */
export interface ModelFile {
  /** Digest of the examples that it was trained on. */
  readonly examples: string;
  readonly intents: readonly string[];
  readonly buckets: number;
  readonly temperature: number;
  readonly bias: readonly number[];
  readonly scale: readonly number[];
  readonly weights: string;
}

/** Packs a model: weights lose all but seven bits, which costs no measurable accuracy and makes the file small. */
export function packModel(model: IntentModel, examples: readonly Example[]): ModelFile {
  const bytes = Buffer.alloc(INTENTS.length * BUCKETS);
  const scale = INTENTS.map((_, label) => {
    const own = model.weights.subarray(label * BUCKETS, (label + 1) * BUCKETS);
    const largest = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
    own.forEach((weight, bucket) => bytes.writeInt8(Math.round((weight / largest) * 127), label * BUCKETS + bucket));
    return Number((largest / 127).toPrecision(6));
  });
  const bias = [...model.bias].map((value) => Number(value.toPrecision(6)));
  return {
    examples: digestOf(examples),
    intents: INTENTS,
    buckets: BUCKETS,
    temperature: model.temperature,
    bias,
    scale,
    weights: bytes.toString('base64'),
  };
}

/** Unpacks; throws when the file was made for other intents or features. */
export function unpackModel(file: ModelFile): IntentModel {
  if (file.buckets !== BUCKETS || file.intents.join() !== INTENTS.join())
    throw new Error('The intent model file does not fit this code: run tools/isac-train.mjs');
  const bytes = Buffer.from(file.weights, 'base64');
  const weights = new Float32Array(INTENTS.length * BUCKETS);
  for (let place = 0; place < weights.length; place++)
    weights[place] = bytes.readInt8(place) * (file.scale[Math.floor(place / BUCKETS)] ?? 0);
  return { weights, bias: Float32Array.from(file.bias), temperature: file.temperature };
}

/** The model of the repository. */
export function loadIntentModel(): IntentModel {
  return unpackModel(readData<ModelFile>(import.meta.url, './intent-model.json'));
}

/** Tells whether a model was trained on these examples. */
export function digestOf(examples: readonly Example[]): string {
  const hash = createHash('sha256');
  for (const example of examples) hash.update(`${example.intent}\t${example.words.join(' ')}\n`);
  return hash.digest('hex');
}
