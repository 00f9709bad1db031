import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeDataDir, readJson, writePrivateJson } from './private-file.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hilo-private-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a private file', () => {
  it('is read back as it was, by its owner alone', () => {
    const path = join(folder, 'a', 'secrets.json');
    writePrivateJson(path, { key: 'ñ', list: [1, null] });
    expect(readJson(path)).toEqual({ key: 'ñ', list: [1, null] });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8').endsWith('}\n')).toBe(true);
  });

  it('takes the place of what was there in one step, and leaves no draft', () => {
    const path = join(folder, 'x.json');
    writeFileSync(path, 'old and longer than what comes');
    writePrivateJson(path, {});
    expect(readdirSync(folder)).toEqual(['x.json']);
    expect(readJson(path)).toEqual({});
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['half written', '{"a":'],
    ['no JSON', 'hello'],
  ])('that is %s reads as nothing', (_name, content) => {
    const path = join(folder, 'y.json');
    if (content !== undefined) writeFileSync(path, content);
    expect(readJson(path)).toBeUndefined();
  });

  it('that is a folder reads as nothing', () => {
    expect(readJson(folder)).toBeUndefined();
  });
});

describe('a data folder', () => {
  it('lets nobody else look into it', () => {
    const made = join(folder, 'deep', 'data');
    makeDataDir(made);
    expect(existsSync(made)).toBe(true);
    expect(statSync(made).mode & 0o007).toBe(process.getuid?.() === 0 ? 0o001 : 0);
  });

  it('that is there already stays as it is', () => {
    const before = statSync(folder).mode;
    makeDataDir(folder);
    expect(statSync(folder).mode).toBe(before);
  });
});
