import { describe, expect, it } from '@jest/globals';
import { packageWalls } from './package-walls.mjs';

interface Wall {
  packages: RegExp;
  inside?: RegExp;
  outside?: RegExp;
  message: string;
}
/** What a path hears when it imports a package. */
const heard = (path: string, name: string): string[] =>
  (packageWalls as Wall[])
    .filter(
      ({ inside, outside, packages }) => (inside?.test(path) ?? true) && !outside?.test(path) && packages.test(name),
    )
    .map(({ message }) => message);
const inModules = (path: string): string => `apps/api/src/modules/${path}`;

describe('the database library', () => {
  it.each([
    inModules('leads/services/change-lead.ts'),
    inModules('leads/http/leads.controller.ts'),
    inModules('leads/domain/lead-change.ts'),
    'apps/api/src/server/create-http-app.ts',
    'apps/api/src/platform/jobs/job-runner.ts',
  ])('stays out of %s', (path) => {
    expect(heard(path, 'typeorm').length).toBeGreaterThan(0);
    expect(heard(path, 'typeorm/query-runner').length).toBeGreaterThan(0);
  });

  it.each([
    inModules('leads/persistence/lead.entity.ts'),
    'apps/api/src/platform/database/sql.ts',
    'apps/api/src/migrations/20261121000100-create-platform.ts',
    'apps/api/src/cli/migrate.ts',
    'apps/api/src/cli.ts',
    'apps/api/src/testing/test-database.ts',
    'apps/simulator/src/main.ts',
  ])('may be used in %s', (path) => {
    expect(heard(path, 'typeorm')).toEqual([]);
  });

  it('is not what merely begins like it', () => {
    expect(heard(inModules('leads/services/a.ts'), 'typeorm-extension')).toEqual([]);
    expect(heard(inModules('leads/services/a.ts'), '@nestjs/typeorm')).toEqual([]);
  });
});

describe('a domain', () => {
  it.each([
    '@nestjs/common',
    '@nestjs/swagger',
    '@fastify/static',
    'typeorm',
    'pg',
    'bull',
    'ioredis',
    'fastify',
    'socket.io',
    'class-validator',
    'class-transformer',
    'rxjs',
    'rxjs/operators',
  ])('knows no %s', (name) => {
    expect(heard(inModules('leads/domain/lead-change.ts'), name)).toContain(
      'domain/ is pure: no framework, no driver.',
    );
  });

  it.each(['zod', 'node:crypto', 'fast-check', 'isbot', 'pgvector', '../persistence/lead.entity.js'])(
    'may know %s',
    (name) => {
      expect(heard(inModules('leads/domain/lead-change.ts'), name)).toEqual([]);
    },
  );

  it('is left alone in its tests', () => {
    expect(heard(inModules('leads/domain/lead-change.spec.ts'), '@nestjs/testing')).toEqual([]);
    expect(heard(inModules('leads/domain/testing/leads.ts'), '@nestjs/testing')).toEqual([]);
  });

  it('is not every folder of that name', () => {
    expect(heard('apps/panel/src/features/leads/domain/a.ts', 'rxjs')).toEqual([]);
  });
});

describe('the primitives of the kit', () => {
  it('stay in the kit', () => {
    expect(heard('apps/panel/src/app/shell.tsx', '@base-ui/react/menu')).toHaveLength(1);
    expect(heard('libs/ui/src/menu.tsx', '@base-ui/react/menu')).toEqual([]);
  });
});

it('every wall says what to do instead', () => {
  for (const { message } of packageWalls as Wall[]) expect(message).toMatch(/^\S.{20,}\.$/);
});
