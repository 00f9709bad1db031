import { readFileSync } from 'node:fs';

/** Reads the JSON data file that lies beside the module `moduleUrl`. */
export function readData<T>(moduleUrl: string, file: string): T {
  return JSON.parse(readFileSync(new URL(file, moduleUrl), 'utf8')) as T;
}

/** Reads the lines of a text data file, without blank lines and lines that start with #. */
export function readLines(moduleUrl: string, file: string): string[] {
  return readFileSync(new URL(file, moduleUrl), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
