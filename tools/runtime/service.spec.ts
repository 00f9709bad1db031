import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isAlive } from './process-table.mjs';
import { startService } from './service.mjs';

let folder: string;
let log: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hilo-service-'));
  log = join(folder, 'logs', 'api.log');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Service = ReturnType<typeof startService>;
function start(code: string, environment: object = {}): Service {
  const program = join(folder, 'program.mjs');
  writeFileSync(program, code);
  return startService({ name: 'API', program, environment, log });
}
async function said(service: Service, words: string): Promise<void> {
  while (!service.lastLines(50).includes(words)) await new Promise((resolve) => setTimeout(resolve, 10));
}
const STAYS = `console.log('here'); setInterval(() => {}, 1000);`;

describe('a service', () => {
  it('writes to a log of its owner alone, with the environment it was given', async () => {
    const service = start(`console.log('role', process.env.ROLE); console.error('and this');`, { ROLE: 'worker' });
    expect(await service.ended).toBe('ended with code 0');
    expect(readFileSync(log, 'utf8')).toBe('role worker\nand this\n');
    expect(statSync(log).mode & 0o777).toBe(0o600);
  });

  it('has last lines of this run only', async () => {
    await start(`console.log('the first run')`).ended;
    const second = start(`for (let n = 1; n <= 5; n += 1) console.log('line', n)`);
    await second.ended;
    expect(second.lastLines(2)).toBe('line 4\nline 5');
    expect(second.lastLines(50)).not.toContain('the first run');
  });

  it('stops when it is asked to, and that is no surprise', async () => {
    const service = start(`process.on('SIGTERM', () => { console.log('bye'); process.exit(0); }); ${STAYS}`);
    const surprises: string[] = [];
    service.onUnexpectedEnd((reason: string) => surprises.push(reason));
    await said(service, 'here');
    await service.stop();
    expect(service.lastLines(1)).toBe('bye');
    expect(isAlive(service.pid ?? 0)).toBe(false);
    expect(surprises).toEqual([]);
  });

  it('that does not listen is made to stop', async () => {
    const service = start(`process.on('SIGTERM', () => console.log('no')); ${STAYS}`);
    await said(service, 'here');
    await service.stop(100);
    expect(await service.ended).toBe('was ended by SIGKILL');
  });

  it.each([
    ['with an error', 'process.exit(3)', 'ended with code 3'],
    ['by a signal', `process.kill(process.pid, 'SIGKILL')`, 'was ended by SIGKILL'],
  ])('that ends %s by itself is told about', async (_name, code, reason) => {
    const service = start(code);
    expect(await new Promise((resolve) => service.onUnexpectedEnd(resolve))).toBe(reason);
  });

  it('can be ended without waiting', async () => {
    const service = start(STAYS);
    await said(service, 'here');
    service.kill();
    expect(await service.ended).toBe('was ended by SIGKILL');
  });

  it('begins a new log when the old one is large, and keeps that once', async () => {
    await start(`console.log('x')`).ended;
    writeFileSync(log, Buffer.alloc(20_000_001, 'o'));
    await start(`console.log('fresh')`).ended;
    expect(readFileSync(log, 'utf8')).toBe('fresh\n');
    expect(existsSync(`${log}.1`)).toBe(true);
  });
});
