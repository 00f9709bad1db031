/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

const swc: [string, object] = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true, tsx: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      target: 'es2022',
      keepClassNames: true,
      experimental: { keepImportAttributes: true },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const shared: Config = {
  transform: { '^.+\\.tsx?$': swc },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*(?<!\\.json))\\.js$': '$1' },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  testEnvironmentOptions: { customExportConditions: ['@hilo/source', 'node', 'node-addons'] },
};

const project = (displayName: string, over: Partial<Config>): Config => ({ ...shared, displayName, ...over });

const config: Config = {
  // Two cores shared with servers: patience, not a deadline, decides whether something works.
  testTimeout: 120_000,
  // Modules of a finished file stay in a worker: beyond this it costs more to collect them than to begin anew.
  workerIdleMemoryLimit: '1GB',
  projects: [
    project('unit', { testEnvironment: 'node', testMatch: ['<rootDir>/{apps,libs,tools,benchmarks}/**/*.spec.ts'] }),
    project('integration', {
      testEnvironment: 'node',
      testMatch: ['<rootDir>/apps/api/src/**/*.int-spec.ts'],
    }),
    project('e2e', { testEnvironment: 'node', testMatch: ['<rootDir>/apps/api-e2e/src/**/*.e2e-spec.ts'] }),
    project('panel', {
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/{apps/panel,libs/ui}/src/**/*.test.{ts,tsx}'],
      testEnvironmentOptions: { customExportConditions: ['@hilo/source', 'browser'] },
      moduleNameMapper: { ...shared.moduleNameMapper, '\\.(css)$': '<rootDir>/apps/panel/src/testing/empty-style.ts' },
    }),
  ],
};

export default config;
