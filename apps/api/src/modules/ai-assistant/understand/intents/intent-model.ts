import { BUCKETS, featuresOf } from './features.js';
import type { Intent, ScoredIntent } from './intent.js';
import { INTENTS } from './intent.js';

/** A multinomial logistic regression over hashed features: `weights[class * BUCKETS + bucket]`. */
export interface IntentModel {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  /** Divides the scores, so that the probabilities are as often right as they say. */
  readonly temperature: number;
}

/** Probabilities of every intent, most likely first. */
export function predictIntents(model: IntentModel, words: readonly string[]): ScoredIntent[] {
  const scores = scoreClasses(model, featuresOf(words));
  const probabilities = softmax(scores, model.temperature);
  return INTENTS.map((intent: Intent, index) => ({ intent, confidence: probabilities[index] ?? 0 })).sort(
    (one, other) => other.confidence - one.confidence,
  );
}

/** Raw class scores; features are averaged so that long and short messages weigh alike. */
export function scoreClasses(model: Pick<IntentModel, 'weights' | 'bias'>, features: Uint16Array): Float64Array {
  const scores = new Float64Array(INTENTS.length);
  const scale = 1 / Math.sqrt(Math.max(1, features.length));
  for (let label = 0; label < INTENTS.length; label++) {
    let sum = 0;
    for (const feature of features) sum += model.weights[label * BUCKETS + feature] ?? 0;
    scores[label] = sum * scale + (model.bias[label] ?? 0);
  }
  return scores;
}

/** Probabilities of the scores. */
export function softmax(scores: Float64Array, temperature = 1): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
