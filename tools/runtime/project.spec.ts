import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { apiCli, apiMain, dataDirOf, inProject, root, simulatorMain } from './project.mjs';

describe('the places of the project', () => {
  it('begin at the folder of the lockfile', () => {
    expect(isAbsolute(root)).toBe(true);
    expect(existsSync(join(root, 'package-lock.json'))).toBe(true);
    expect(inProject('apps', 'api', 'package.json')).toBe(join(root, 'apps/api/package.json'));
    expect(inProject()).toBe(root);
  });

  it.each([apiCli, apiMain, simulatorMain])('name programs of the build: %s', (path) => {
    expect(path.startsWith(root)).toBe(true);
    expect(path).toMatch(/\/dist\/\w+\.js$/);
    expect(existsSync(path.replace('/dist/', '/src/').replace(/\.js$/, '.ts'))).toBe(true);
  });

  it.each([
    [{}, join(root, '.data')],
    [{ HILO_DATA_DIR: '' }, join(root, '.data')],
    [{ HILO_DATA_DIR: '/var/lib/hilo' }, '/var/lib/hilo'],
    [{ HILO_DATA_DIR: 'elsewhere/data' }, join(root, 'elsewhere/data')],
    [{ HILO_DATA_DIR: '../beside' }, join(root, '..', 'beside')],
  ])('keep their data for %j in %s', (environment, folder) => {
    expect(dataDirOf(environment)).toBe(folder);
  });
});
