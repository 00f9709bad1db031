import { BUCKETS, featuresOf } from './features.js';
import type { Intent } from './intent.js';
import { INTENTS } from './intent.js';
import type { IntentModel } from './intent-model.js';
import { scoreClasses, softmax } from './intent-model.js';

export interface Example {
  readonly words: readonly string[];
  readonly intent: Intent;
}

const EPOCHS = 30;
const LEARNING_RATE = 0.6;
const DECAY = 2e-5;
const TEMPERATURES = [0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2];

/** Trains by stochastic gradient descent in an order that depends on nothing but the examples: the same examples give the same model. */
export function trainModel(examples: readonly Example[]): IntentModel {
  const held = examples.filter((_, index) => index % 10 === 7);
  const rough = descend(examples.filter((_, index) => index % 10 !== 7));
  const temperature = calibrate(rough, held);
  return { ...descend(examples), temperature };
}

function descend(examples: readonly Example[]): Pick<IntentModel, 'weights' | 'bias'> {
  const weights = new Float32Array(INTENTS.length * BUCKETS);
  const bias = new Float32Array(INTENTS.length);
  const data = examples.map((example) => ({
    features: featuresOf(example.words),
    label: INTENTS.indexOf(example.intent),
  }));
  const random = randomFrom(20_261);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = LEARNING_RATE / (1 + epoch * 0.25);
    for (const at of shuffled(data.length, random)) {
      const example = data[at];
      if (example) step({ weights, bias }, example.features, example.label, rate);
    }
  }
  return { weights, bias };
}

function step(model: Pick<IntentModel, 'weights' | 'bias'>, features: Uint16Array, label: number, rate: number): void {
  const probabilities = softmax(scoreClasses(model, features));
  const scale = 1 / Math.sqrt(Math.max(1, features.length));
  for (let index = 0; index < INTENTS.length; index++) {
    const error = (index === label ? 1 : 0) - (probabilities[index] ?? 0);
    if (Math.abs(error) < 1e-4) continue;
    model.bias[index] = (model.bias[index] ?? 0) + rate * error * 0.1;
    for (const feature of features) {
      const place = index * BUCKETS + feature;
      const weight = model.weights[place] ?? 0;
      model.weights[place] = weight + rate * (error * scale * 4 - DECAY * weight);
    }
  }
}

/** The temperature at which unseen examples were least surprising. */
function calibrate(model: Pick<IntentModel, 'weights' | 'bias'>, held: readonly Example[]): number {
  const scored = held.map((example) => ({
    scores: scoreClasses(model, featuresOf(example.words)),
    label: INTENTS.indexOf(example.intent),
  }));
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (const temperature of TEMPERATURES) {
    const loss = scored.reduce(
      (sum, { scores, label }) => sum - Math.log(Math.max(1e-9, softmax(scores, temperature)[label] ?? 0)),
      0,
    );
    if (loss < best.loss) best = { temperature, loss };
  }
  return best.temperature;
}

function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
