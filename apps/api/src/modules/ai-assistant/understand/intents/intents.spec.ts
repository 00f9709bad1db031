import { describe, expect, it } from '@jest/globals';

import { INTENTS } from './intent.js';
import { predictIntents } from './intent-model.js';
import { digestOf, loadIntentModel, packModel, unpackModel } from './model-file.js';
import { readData } from '../text/read-data.js';
import type { ModelFile } from './model-file.js';
import { splitExamples, trainingExamples, utteranceWords } from './training-examples.js';
import { trainModel } from './train-model.js';

const examples = trainingExamples();

describe('the utterances', () => {
  it('number at least 150 an intent, in three languages', () => {
    for (const intent of INTENTS)
      expect(examples.filter((example) => example.intent === intent).length).toBeGreaterThanOrEqual(150);
  });
  it('are masked like messages', () => {
    expect(utteranceWords('precio de {p} x {n} unidades en {c}')).toEqual([
      'precio',
      'de',
      'xprod',
      'por',
      'xnum',
      'unidades',
      'en',
      'xcity',
    ]);
  });
});

describe('the model', () => {
  const { learn, unseen } = splitExamples(examples);
  const trained = trainModel(learn);

  it('is right on at least 85 % of a fifth that it has not seen', () => {
    expect(unseen.length).toBeGreaterThan(learn.length / 5);
    const right = unseen.filter(
      (example) => predictIntents(trained, example.words)[0]?.intent === example.intent,
    ).length;
    expect(right / unseen.length).toBeGreaterThanOrEqual(0.85);
  });
  it('says how sure it is: what it is surer of is more often right', () => {
    const scored = unseen.map((example) => ({ best: predictIntents(trained, example.words)[0], example }));
    const share = (sure: boolean): number => {
      const some = scored.filter(({ best }) => (best?.confidence ?? 0) >= 0.8 === sure);
      return some.filter(({ best, example }) => best?.intent === example.intent).length / Math.max(1, some.length);
    };
    expect(share(true)).toBeGreaterThan(0.92);
    expect(share(true)).toBeGreaterThan(share(false));
  });
  it('comes out the same every time', () => {
    const few = examples.slice(0, 150);
    expect(packModel(trainModel(few), few).weights).toBe(packModel(trainModel(few), few).weights);
  });
  it('loses nothing that matters when packed', () => {
    const unpacked = unpackModel(packModel(trained, learn));
    const same = unseen.filter(
      (example) =>
        predictIntents(unpacked, example.words)[0]?.intent === predictIntents(trained, example.words)[0]?.intent,
    ).length;
    expect(same / unseen.length).toBeGreaterThan(0.98);
  });
  it('gives probabilities that add up to one', () => {
    const sum = predictIntents(trained, ['hola']).reduce((total, one) => total + one.confidence, 0);
    expect(sum).toBeCloseTo(1, 6);
  });
});

describe('the committed model', () => {
  it('was trained on the utterances as they are', () => {
    const file = readData<ModelFile>(import.meta.url, './intent-model.json');
    expect(file.examples).toBe(digestOf(examples));
    expect(loadIntentModel().weights).toHaveLength(INTENTS.length * file.buckets);
  });
  it('is refused when it was made for other features', () => {
    expect(() => unpackModel({ ...packModel(loadIntentModel(), []), buckets: 8 })).toThrow('isac-train');
  });
});
