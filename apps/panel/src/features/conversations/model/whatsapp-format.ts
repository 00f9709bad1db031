/** A run of a message as WhatsApp would draw it. */
export type Run =
  | { kind: 'text'; text: string }
  | { kind: 'link'; href: string; text: string }
  | { kind: 'mono'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; runs: Run[] };

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const URL_START = /\b(?:https?:\/\/|www\.)[^\s<>"']+/giu;
const TRAILING = /[.,;:!?¡¿)\]}»"'*_~]+$/u;
const WORD = /[\p{L}\p{N}]/u;

/** The address to open for a link in a message: http and https only, else null. */
export function safeHref(written: string): string | null {
  const whole = /^www\./i.test(written) ? `https://${written}` : written;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  return (url.protocol === 'https:' || url.protocol === 'http:') && /^[^.]+(\.[^.]+)+$/.test(url.hostname)
    ? url.href
    : null;
}

function linked(text: string): Run[] {
  const runs: Run[] = [];
  let done = 0;
  for (const match of text.matchAll(URL_START)) {
    const written = match[0].replace(TRAILING, '');
    const href = safeHref(written);
    if (href === null || match.index < done) continue;
    if (match.index > done) runs.push({ kind: 'text', text: text.slice(done, match.index) });
    runs.push({ kind: 'link', href, text: written });
    done = match.index + written.length;
  }
  if (done < text.length) runs.push({ kind: 'text', text: text.slice(done) });
  return runs;
}

const isWord = (character: string | undefined): boolean => character !== undefined && WORD.test(character);
const isSpace = (character: string | undefined): boolean => character === undefined || /\s/u.test(character);

/** Where a mark that opens at `start` closes, or -1: on the same line, around something, at the edges of words. */
function closing(text: string, start: number): number {
  const mark = text[start];
  if (isWord(text[start - 1]) || isSpace(text[start + 1]) || text[start + 1] === mark) return -1;
  for (let at = start + 2; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === mark && !isSpace(text[at - 1]) && !isWord(text[at + 1])) return at;
  }
  return -1;
}

function insideUrl(text: string, at: number): boolean {
  for (const match of text.matchAll(URL_START)) {
    if (match.index < at && at < match.index + match[0].replace(TRAILING, '').length) return true;
  }
  return false;
}

function marked(text: string): Run[] {
  for (let at = 0; at < text.length; at += 1) {
    const kind = MARKS[text[at] as keyof typeof MARKS];
    if (!kind || insideUrl(text, at)) continue;
    const end = closing(text, at);
    if (end === -1) continue;
    return [
      ...linked(text.slice(0, at)),
      { kind, runs: marked(text.slice(at + 1, end)) },
      ...marked(text.slice(end + 1)),
    ];
  }
  return linked(text);
}

/**
 * Reads *bold*, _italic_, ~strike~, ```mono``` and `mono`, and http(s) links. Gives plain data: whatever draws it
 * escapes it, so no text of a customer can become markup.
 */
export function parseWhatsApp(text: string): Run[] {
  const runs: Run[] = [];
  let done = 0;
  for (const match of text.matchAll(/```([\s\S]+?)```|`([^`\n]+)`/gu)) {
    runs.push(...marked(text.slice(done, match.index)), { kind: 'mono', text: match[1] ?? match[2] ?? '' });
    done = match.index + match[0].length;
  }
  return [...runs, ...marked(text.slice(done))];
}

/** The words without the marks, for one line in a list or a quote. */
export function plainWords(text: string): string {
  const words = (runs: readonly Run[]): string =>
    runs.map((run) => ('runs' in run ? words(run.runs) : run.text)).join('');
  return words(parseWhatsApp(text));
}

const EMOJI =
  /^(?:(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*)\s*){1,3}$/u;

/** Up to three emoji and nothing else are drawn large, as on the phone. */
export const onlyEmoji = (text: string): boolean => EMOJI.test(text.trim());
