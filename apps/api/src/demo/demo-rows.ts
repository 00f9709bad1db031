import { existsSync, readFileSync } from 'node:fs';

/** The rows of a file of data/; none when there is no such file. */
export const demoRows = <T>(name: string): T[] => {
  const file = new URL(`./data/${name}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T[]) : [];
};
