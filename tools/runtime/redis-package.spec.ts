import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { redisInstructions } from './redis-binary.mjs';
import { libraryPath } from './redis-package.mjs';

let tree: string;
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'hilo-tree-'));
});
afterEach(() => rmSync(tree, { recursive: true, force: true }));
const folder = (...parts: string[]): void => void mkdirSync(join(tree, ...parts), { recursive: true });

describe('the libraries of a package that was taken apart', () => {
  it('are those of the machine first, then the common ones', () => {
    folder('usr', 'lib', 'x86_64-linux-gnu');
    folder('lib', 'aarch64-linux-gnu');
    folder('usr', 'lib', 'systemd');
    writeFileSync(join(tree, 'usr', 'lib', 'a-linux-file'), '');
    expect(libraryPath(tree).split(':')).toEqual(
      ['usr/lib/x86_64-linux-gnu', 'lib/aarch64-linux-gnu', 'usr/lib', 'lib'].map((path) => join(tree, path)),
    );
  });

  it('are none where nothing was taken apart', () => {
    expect(libraryPath(tree)).toBe('');
    expect(libraryPath(join(tree, 'nowhere'))).toBe('');
  });
});

it('who has no Redis hears why, and three ways out', () => {
  const { name, message } = redisInstructions('this is no Debian or Ubuntu');
  expect(name).toBe('Failure');
  expect(message).toContain('this is no Debian or Ubuntu');
  for (const way of ['apt-get install redis-server', 'docker compose up -d redis', 'REDIS_URL='])
    expect(message).toContain(way);
});
