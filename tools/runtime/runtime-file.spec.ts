import { describe, expect, it } from '@jest/globals';
import { pidsByRole } from './runtime-file.mjs';

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
