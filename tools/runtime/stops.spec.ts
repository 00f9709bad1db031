import { describe, expect, it } from '@jest/globals';
import { orderOfStopping, Stops } from './stops.mjs';

describe('Stops', () => {
  const started = (name: string, log: string[]) => ({ name, stop: async () => void log.push(name) });

  it('stops the door first and what others stand on last', async () => {
    const log: string[] = [];
    const stops = new Stops();
    for (const name of ['lock', 'simulator', 'PostgreSQL', 'Redis', 'API', 'runtime.json'])
      stops.add(started(name, log));
    expect(await stops.stopAll()).toEqual([]);
    expect(log).toEqual(['runtime.json', 'API', 'simulator', 'Redis', 'PostgreSQL', 'lock']);
  });

  it('goes on after one that fails, and says so', async () => {
    const log: string[] = [];
    const stops = new Stops();
    stops.add({ name: 'API', stop: () => Promise.reject(new Error('stuck')) });
    stops.add(started('PostgreSQL', log));
    expect(await stops.stopAll()).toEqual(['API did not stop cleanly: stuck']);
    expect(log).toEqual(['PostgreSQL']);
  });

  it('ends at once what starts after stopping began', async () => {
    const log: string[] = [];
    const stops = new Stops();
    await stops.stopAll();
    stops.add({ name: 'API', stop: async () => void log.push('stopped'), kill: () => void log.push('killed') });
    stops.add(started('Redis', log));
    expect(log).toEqual(['killed', 'Redis']);
  });
});

describe('insisting', () => {
  it('ends programs without waiting, and what cannot be killed is left to the system', () => {
    const killed: string[] = [];
    const stops = new Stops();
    stops.add({ name: 'API', stop: () => new Promise(() => undefined), kill: () => void killed.push('API') });
    stops.add({ name: 'PostgreSQL', stop: () => Promise.resolve() });
    stops.add({ name: 'worker', stop: () => new Promise(() => undefined), kill: () => void killed.push('worker') });
    stops.insist();
    expect(killed).toEqual(['API', 'worker']);
  });
});

describe('the order of stopping', () => {
  it('is the same whatever was started first, and changes nothing of what it was given', () => {
    const names = ['PostgreSQL', 'API', 'Redis', 'worker', 'runtime.json'];
    const given = names.map((name) => ({ name, stop: () => Promise.resolve() }));
    const wanted = ['runtime.json', 'API', 'worker', 'Redis', 'PostgreSQL'];
    expect(orderOfStopping(given).map(({ name }) => name)).toEqual(wanted);
    expect(orderOfStopping([...given].reverse()).map(({ name }) => name)).toEqual(wanted);
    expect(given.map(({ name }) => name)).toEqual(names);
  });
});
