import { describe, expect, it } from '@jest/globals';
import { floorViolations } from './floor-violations.mjs';

const floors = { platform: 0, contacts: 3, channels: 3, leads: 7 };
const module = (path: string) => `apps/api/src/modules/${path}`;
const check = (from: string, to: string) => floorViolations([{ from, to }], floors);

describe('floorViolations', () => {
  it('lets a module in by the front door of a lower one, and anywhere into the platform and itself', () => {
    expect(check(module('leads/services/open-lead.ts'), module('contacts/index.ts'))).toEqual([]);
    expect(check(module('leads/leads.module.ts'), 'apps/api/src/platform/clock/clock.ts')).toEqual([]);
    expect(check(module('leads/http/a.ts'), module('leads/domain/b.ts'))).toEqual([]);
  });

  it.each([
    ['upward', module('contacts/a.ts'), module('leads/index.ts')],
    ['a neighbour', module('contacts/a.ts'), module('channels/index.ts')],
    ['by a window', module('leads/a.ts'), module('contacts/persistence/contact.entity.ts')],
    ['from the platform', 'apps/api/src/platform/a.ts', module('contacts/index.ts')],
    ['without a floor', module('stray/a.ts'), module('contacts/index.ts')],
  ])('reports %s', (_, from, to) => expect(check(from, to)).toHaveLength(1));

  it('leaves tests and composition roots alone', () => {
    expect(check(module('contacts/a.int-spec.ts'), module('leads/index.ts'))).toEqual([]);
    expect(check('apps/api/src/http-role.module.ts', module('leads/leads-http.module.ts'))).toEqual([]);
  });
});
