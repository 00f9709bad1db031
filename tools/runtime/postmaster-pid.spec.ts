import { describe, expect, it } from '@jest/globals';
import { parsePostmasterPid } from './postmaster-pid.mjs';

const written = '4711\n/srv/hilo/postgres\n1763700000\n40123\n\n127.0.0.1\n  1234  5\nready   \n';

describe('parsePostmasterPid', () => {
  it('reads a running server', () => {
    expect(parsePostmasterPid(written)).toEqual({
      pid: 4711,
      dataDirectory: '/srv/hilo/postgres',
      port: 40123,
      ready: true,
    });
  });

  it('sees that a server is still starting', () => {
    expect(parsePostmasterPid(written.replace('ready', 'starting'))?.ready).toBe(false);
  });

  it.each(['', '4711', 'garbage\n/x\n1\n2', '4711\n\n1\n2', '4711\n/x\n1\n'])('refuses %j', (text) => {
    expect(parsePostmasterPid(text)).toBeUndefined();
  });
});
