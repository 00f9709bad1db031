import { readdirSync, readFileSync } from 'node:fs';

import { normaliseWord } from '../text/tokens.js';
import { readMessage } from '../read-message.js';
import { isFigure, MASKS } from '../mask/mask-message.js';
import { INTENTS } from './intent.js';
import type { Example } from './train-model.js';

const PLACEHOLDERS: Record<string, string> = {
  p: MASKS.product,
  cap: MASKS.attribute,
  col: MASKS.attribute,
  n: MASKS.number,
  m: MASKS.money,
  c: MASKS.city,
  name: MASKS.name,
  email: MASKS.email,
  phone: MASKS.phone,
  o: MASKS.order,
};

/** Every utterance of the repository, masked as a message would be, in the order of files and lines. */
export function trainingExamples(): Example[] {
  const folder = new URL('./utterances/', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const intent = INTENTS.find((name) => file.startsWith(`${name}.`));
      if (intent === undefined) return [];
      const lines = readFileSync(new URL(file, folder), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      return lines.map((line) => ({ words: utteranceWords(line), intent }));
    });
}

/** An utterance with its placeholders ("{p}", "{n}") as the words that the model sees. */
export function utteranceWords(line: string): string[] {
  const words: string[] = [];
  for (const part of line.split(/(\{[a-z]+\})/)) {
    const key = /^\{([a-z]+)\}$/.exec(part)?.[1];
    if (key !== undefined) words.push(PLACEHOLDERS[key] ?? key);
    else
      words.push(
        ...readMessage(part).tokens.map((token) => (isFigure(token) ? MASKS.number : normaliseWord(token.norm))),
      );
  }
  return words.filter((word, at) => word !== words[at - 1] || !word.startsWith('x'));
}

/** Four fifths to learn from, a fifth never seen; every fifth utterance of each intent. */
export function splitExamples(examples: readonly Example[]): { learn: Example[]; unseen: Example[] } {
  const learn: Example[] = [];
  const unseen: Example[] = [];
  examples.forEach((example, index) => (index % 5 === 3 ? unseen : learn).push(example));
  return { learn, unseen };
}
