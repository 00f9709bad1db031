/** More of one message than this is not read: no customer writes it, an attacker does. */
export const MAX_READ = 2_000;

const INVISIBLE =
  /\u034F|\u17B4|\u17B5|[\u180B-\u180F]|[\uFE00-\uFE0F]|[\u00AD\u061C\u115F\u1160\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;
const CONTROL = /\p{Cc}/gu;

/** The text as it is read: compatibility forms unified, invisible and control characters gone, at most MAX_READ characters. */
export function cleanText(raw: string): string {
  return raw
    .slice(0, MAX_READ * 2)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(CONTROL, (char) => (char === '\n' ? char : ' '))
    .slice(0, MAX_READ);
}

/** Lower case without accents, character by character, so that every position stays that of the clean text. */
export function foldText(clean: string): string {
  let folded = '';
  for (let index = 0; index < clean.length; index++) {
    const char = clean.charAt(index);
    folded += char < '\u0080' ? char.toLowerCase() : foldCharacter(char);
  }
  return folded;
}

/** Folds a free string for comparison: accents, case and runs of spaces do not count. */
export function fold(value: string): string {
  return value
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

function foldCharacter(char: string): string {
  const base = char.normalize('NFD').charAt(0).toLowerCase();
  return base.length === 1 ? base : char;
}
