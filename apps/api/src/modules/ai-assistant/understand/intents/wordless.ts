import type { Intent } from './intent.js';

const ANGER = /[\u{1F620}\u{1F621}\u{1F624}\u{1F92C}\u{1F44E}\u{1F595}]/u;
const HELLO = /\u{1F44B}/u;
const CONTENT =
  /[\u{1F44D}\u{1F44C}\u{1F64F}\u{2764}\u{1F60A}\u{1F642}\u{1F600}-\u{1F60D}\u{1F618}\u{1F91D}\u{1F64C}\u{1F44F}\u{1F496}\u{1F49A}\u{1F495}\u{2705}\u{1F4AA}\u{1FAF6}\u{1F970}\u{1F973}\u{1F389}\u{2728}\u{1F601}]/u;
const LAUGHTER = /[\u{1F602}\u{1F923}\u{1F605}]/u;

/** What a message without letters or digits means: a thumb closes, a wave greets, an angry face complains, the rest is noise. */
export function wordlessIntent(clean: string): Intent {
  if (ANGER.test(clean)) return 'complaint';
  if (HELLO.test(clean)) return 'greeting';
  if (LAUGHTER.test(clean)) return 'other';
  return CONTENT.test(clean) ? 'thanks_closing' : 'other';
}
