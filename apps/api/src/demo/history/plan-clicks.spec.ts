import { describe, expect, it } from '@jest/globals';
import { localMinute } from '../../modules/business/index.js';
import { classifyVisitor } from '../../modules/links/domain/visitor.js';
import { addressOf, personOn, planClicks } from './plan-clicks.js';
import { seededRandom } from './seeded-random.js';

const NOW = new Date('2026-11-21T15:00:00Z');
const ZONE = 'America/Guayaquil';
const LINKS = [
  { key: 'fb', network: 'facebook', age: 35, perDay: 3 },
  { key: 'tt', network: 'tiktok', age: 10, perDay: 2 },
];
const kindOf = (agent: string) => classifyVisitor({ method: 'GET', userAgent: agent, purposes: [] });

describe('planClicks', () => {
  const clicks = planClicks(LINKS, NOW, ZONE);

  it('is the same every time', () => {
    expect(planClicks(LINKS, NOW, ZONE)).toEqual(clicks);
  });

  it('comes in order, never in the future, never before the link was there', () => {
    const times = clicks.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThan(NOW.getTime());
    const oldest = clicks.find(({ link }) => link === 'tt')?.at ?? new Date(0);
    expect(NOW.getTime() - oldest.getTime()).toBeLessThan(10 * 86_400_000);
  });

  it('has people and some machines', () => {
    const machines = clicks.filter(({ agent }) => kindOf(agent) !== 'human').length;
    expect(machines).toBeGreaterThan(0);
    expect(machines / clicks.length).toBeLessThan(0.3);
  });

  it('is quiet at night and busy in the evening', () => {
    const at = (from: number, to: number) =>
      clicks.filter(
        (click) =>
          Math.floor(localMinute(click.at, ZONE).minute / 60) >= from &&
          Math.floor(localMinute(click.at, ZONE).minute / 60) < to,
      ).length;
    expect(at(19, 22)).toBeGreaterThan(at(1, 6) * 4);
  });
});

describe('personOn', () => {
  it.each(['facebook', 'instagram', 'tiktok', 'google', 'email'])('is a person on %s', (network) => {
    const random = seededRandom(network);
    expect(Array.from({ length: 6 }, () => kindOf(personOn(network, random)))).not.toContain('bot');
    expect(kindOf(personOn(network, random))).toBe('human');
  });
});

describe('addressOf', () => {
  it('belongs to nobody', () => {
    const random = seededRandom('ip');
    for (let tried = 0; tried < 20; tried += 1)
      expect(addressOf(random)).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/);
  });
});
