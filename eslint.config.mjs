import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { hiloPlugin } from './tools/eslint/hilo-plugin.mjs';

const written = ['**/*.ts', '**/*.tsx'];
const generated = ['**/*.gen.ts', '**/*.gen.tsx', '**/metadata.ts', '**/*.d.ts'];
const readsEnvironment = [
  'apps/api/src/platform/config/env.ts',
  'apps/api/src/testing/**',
  'apps/simulator/src/environment.ts',
  'apps/*-e2e/**',
  'apps/panel/vite.config.ts',
  'tools/**',
  'benchmarks/**',
  '*.config.{ts,mjs}',
];
const unused = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true };

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/coverage/**',
      '**/.nx/**',
      '**/*.template',
      '**/fixtures/**',
      'apps/panel/public/**',
      ...generated,
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.node },
    rules: { 'no-unused-vars': ['error', unused] },
  },
  {
    files: written,
    extends: [js.configs.recommended, ...tseslint.configs.strict],
    plugins: { hilo: hiloPlugin },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // Nest modules, entities without columns of their own and parameter objects are classes by nature.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', unused],
      'hilo/constructor-parameters': 'error',
      'hilo/floors': 'error',
      'hilo/package-walls': 'error',
      'hilo/sql-in-persistence': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@nestjs/common', importNames: ['forwardRef'], message: 'A cycle is a missing event or port.' },
            { name: '@nestjs/typeorm', importNames: ['InjectRepository'], message: 'Repositories ask Transaction.' },
          ],
        },
      ],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  {
    files: ['apps/{api,simulator}/src/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    // Injected classes look like types only, but their names are emitted as metadata.
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['**/*spec.ts', '**/testing/**'],
    rules: { 'hilo/stated-access': 'error' },
  },
  {
    files: written,
    ignores: readsEnvironment,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only env.ts reads the environment.' },
      ],
    },
  },
  {
    files: ['apps/panel/**/*.{ts,tsx}', 'libs/ui/**/*.{ts,tsx}'],
    // The rules of hooks; those of the React compiler are for code that is compiled by it.
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
    languageOptions: { globals: globals.browser },
  },
  { files: ['benchmarks/realtime/note-bubbles.mjs'], languageOptions: { globals: globals.browser } },
  {
    files: ['apps/panel/src/**/*.{ts,tsx}'],
    rules: { 'hilo/feature-walls': 'error', 'hilo/plain-request': 'error', 'hilo/raw-colours': 'error' },
  },
);
