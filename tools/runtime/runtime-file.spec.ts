import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pidsByRole, readRuntime, removeRuntime, writeRuntime } from './runtime-file.mjs';

describe('pidsByRole', () => {
  it('is one pid for both in one process', () => {
    expect(pidsByRole([{ role: 'all', pid: 7 }])).toEqual({ api: 7, worker: 7 });
  });

  it('tells two processes apart', () => {
    const processes = [
      { role: 'http' as const, pid: 7 },
      { role: 'worker' as const, pid: 8 },
    ];
    expect(pidsByRole(processes)).toEqual({ api: 7, worker: 8 });
  });

  it('is null for what does not run', () => {
    expect(pidsByRole([{ role: 'worker', pid: 8 }])).toEqual({ api: null, worker: 8 });
  });
});

describe('the runtime file', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'hilo-runtime-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
  const runtime = {
    apiUrl: 'http://127.0.0.1:3000',
    panelUrl: 'http://127.0.0.1:3000',
    simulatorUrl: null,
    databaseUrl: 'postgresql://hilo:secret@127.0.0.1/hilo',
    redisUrl: 'redis://:secret@127.0.0.1',
    pids: { api: 7, worker: 7, simulator: null, postgres: 8, redis: null },
  };

  it('is read as it was written, by its owner alone, until it is removed', () => {
    writeRuntime(dataDir, runtime);
    expect(readRuntime(dataDir)).toEqual(runtime);
    expect(statSync(join(dataDir, 'runtime.json')).mode & 0o777).toBe(0o600);
    removeRuntime(dataDir);
    removeRuntime(dataDir);
    expect(readRuntime(dataDir)).toBeUndefined();
  });

  it('that is damaged is as good as none', () => {
    writeFileSync(join(dataDir, 'runtime.json'), '{"apiUrl":');
    expect(readRuntime(dataDir)).toBeUndefined();
  });
});
