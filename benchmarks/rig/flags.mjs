import { say } from '../../tools/runtime/terminal.mjs';

/**
 * Flags of a command line. `--help`, and a number that is not above zero, end in `explain`.
 * @param {string[]} words
 * @param {(exitCode: number) => never} explain
 * @returns {{ has: (name: string) => boolean, numberOf: (name: string, otherwise: number) => number }}
 */
export function flagsOf(words, explain) {
  const has = (name) => words.includes(name);
  const numberOf = (name, otherwise) => {
    const number = has(name) ? Number(words[words.indexOf(name) + 1]) : otherwise;
    return number > 0 ? number : explain(1);
  };
  if (has('--help')) explain(0);
  return { has, numberOf };
}

/** The flags of this process; what cannot be read shows the usage and ends it. */
export const readFlags = (usage) =>
  flagsOf(process.argv.slice(2), (exitCode) => {
    say(usage);
    process.exit(exitCode);
  });
