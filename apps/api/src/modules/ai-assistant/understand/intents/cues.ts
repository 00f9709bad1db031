import { readData } from '../text/read-data.js';

const CUES = Object.entries(readData<Record<string, string>>(import.meta.url, './cues.json')).map(([name, words]) => ({
  name,
  pattern: new RegExp(`(?:^|\\b)(?:${words})(?:\\b|$)`),
}));
const READ = 300;

/** Names of the word families that occur in the masked words: what the utterances happen not to say is known all the same. */
export function cuesIn(words: readonly string[]): string[] {
  const text = words.join(' ').slice(0, READ);
  return CUES.filter((cue) => cue.pattern.test(text)).map((cue) => cue.name);
}
