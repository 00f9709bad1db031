import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { hiloPlugin } from './hilo-plugin.mjs';

const floors = { platform: 0, contacts: 3, channels: 3, leads: 7 };

/** The complaints of one rule about a file of the project. */
const lint = (rule: string, path: string, code: string, ...options: unknown[]): string[] =>
  new Linter({ cwd: '/project' })
    .verify(
      code,
      {
        files: ['**/*.ts', '**/*.tsx'],
        languageOptions: { parser: tseslint.parser as Linter.Parser },
        plugins: { hilo: hiloPlugin as never },
        rules: { [`hilo/${rule}`]: ['error', ...options] },
      },
      `/project/${path}`,
    )
    .map(({ message }) => message);

const inModules = (path: string): string => `apps/api/src/modules/${path}`;

describe('floors', () => {
  const imports = (from: string, specifier: string): string[] =>
    lint('floors', inModules(from), `import { x } from '${specifier}';`, floors);

  it('lets a lower floor in by its front door, and the platform anywhere', () => {
    expect(imports('leads/services/open-lead.ts', '../../contacts/index.js')).toEqual([]);
    expect(imports('leads/services/open-lead.ts', '../../../platform/clock/clock.js')).toEqual([]);
  });

  it.each(['../../contacts/contacts.facade.js', '../../leads/index.js'])('refuses %s to channels', (specifier) => {
    expect(imports('channels/services/a.ts', specifier)).toHaveLength(1);
  });

  it('sees re-exports, dynamic imports and imports of types', () => {
    for (const code of [
      `export * from '../leads/index.js';`,
      `export { x } from '../leads/index.js';`,
      `void import('../leads/index.js');`,
      `import type { X } from '../leads/index.js';`,
    ]) {
      expect(lint('floors', inModules('contacts/index.ts'), code, floors)).toHaveLength(1);
    }
  });
});

describe('sql-in-persistence', () => {
  const sql = (path: string, text: string): string[] => lint('sql-in-persistence', path, `run(${text});`);

  it.each([
    "'select 1 from lead'",
    "'select exists (select from lead)'",
    '`\n  insert into lead (id) values ($1)`',
    "'update lead set state = $1'",
    "'update lead l set state = $1'",
    "'delete from lead'",
    '`with moved as (delete from lead returning id) select id from moved`',
    '`select ${columns} from lead`',
  ])('refuses %s outside persistence', (text) => {
    for (const room of ['leads/services/a.ts', 'leads/http/a.ts', 'leads/jobs/a.ts', 'leads/leads.facade.ts'])
      expect(sql(inModules(room), text)).toHaveLength(1);
    expect(sql('apps/api/src/cli/a.ts', text)).toHaveLength(1);
    expect(sql('apps/api/src/demo/history/a.ts', text)).toHaveLength(1);
  });

  it.each([
    inModules('leads/persistence/a.ts'),
    inModules('leads/testing/a.ts'),
    inModules('leads/services/a.int-spec.ts'),
    'apps/api/src/cli/persistence/a.ts',
    'apps/api/src/migrations/1-a.ts',
    'apps/api/src/platform/outbox/a.ts',
    'apps/panel/src/app/a.ts',
  ])('lets it stand in %s', (path) => expect(sql(path, "'select 1 from lead'")).toEqual([]));

  it.each(["'Select one from here'", "'select pg_advisory_lock(1)'", "'update the contact'", "'with love as always'"])(
    'does not take the words %s for it',
    (text) => expect(sql(inModules('leads/services/a.ts'), text)).toEqual([]),
  );
});

describe('package-walls', () => {
  const imports = (path: string, name: string): string[] => lint('package-walls', path, `import x from '${name}';`);

  it.each([
    [inModules('leads/services/open-lead.ts'), 'typeorm'],
    [inModules('leads/domain/score.ts'), '@nestjs/common'],
    [inModules('leads/domain/score.ts'), 'class-validator'],
    ['apps/panel/src/features/leads/card.tsx', '@base-ui/react/dialog'],
  ])('refuses in %s the package %s', (path, name) => expect(imports(path, name)).toHaveLength(1));

  it.each([
    [inModules('leads/persistence/lead.entity.ts'), 'typeorm'],
    ['apps/api/src/platform/database/transaction.ts', 'typeorm'],
    ['apps/api/src/migrations/20261121000100-create-platform.ts', 'typeorm'],
    [inModules('leads/domain/score.spec.ts'), '@nestjs/testing'],
    [inModules('leads/leads.module.ts'), '@nestjs/typeorm'],
    ['libs/ui/src/dialog.tsx', '@base-ui/react/dialog'],
  ])('allows in %s the package %s', (path, name) => expect(imports(path, name)).toEqual([]));
});

describe('feature-walls', () => {
  const imports = (specifier: string): string[] =>
    lint('feature-walls', 'apps/panel/src/features/leads/components/card.tsx', `import { x } from '${specifier}';`);

  it('keeps features apart however they are named', () => {
    expect(imports('../../links/model/link')).toHaveLength(1);
    expect(imports('@/features/links/model/link')).toHaveLength(1);
  });

  it('lets a feature use itself, the frame and packages', () => {
    for (const specifier of ['../model/lead', '@/app/session', '@hilo/ui', 'react'])
      expect(imports(specifier)).toEqual([]);
  });
});

describe('plain-request', () => {
  const imports = (path: string, what: string, from: string): string[] =>
    lint('plain-request', `apps/panel/src/${path}`, `import { ${what} } from '${from}';`);

  it('is kept for the layer that types it and for the routes that no document describes', () => {
    expect(imports('features/leads/api/queries.ts', 'request', '../../../app/api')).toHaveLength(1);
    expect(imports('features/leads/api/queries.ts', 'addressOf, request as plain', '@/app/api')).toHaveLength(1);
    expect(imports('app/outbox.ts', 'request', './api')).toHaveLength(1);
    expect(imports('app/ask.ts', 'request', './api')).toEqual([]);
    expect(imports('features/simulator/api/phone-deeds.ts', 'request', '../../../app/api')).toEqual([]);
  });

  it('says nothing of the rest of the file, nor of another one', () => {
    expect(imports('features/leads/api/queries.ts', 'addressOf', '../../../app/api')).toEqual([]);
    expect(imports('features/leads/api/queries.ts', 'request', './api')).toEqual([]);
  });
});

describe('raw-colours', () => {
  const literal = (text: string): string[] => lint('raw-colours', 'apps/panel/src/features/a.tsx', `x('${text}');`);

  it.each([
    '#fff',
    '#25D366',
    'bg-[#25d366] p-2',
    'rgb(0 0 0 / 20%)',
    'color: #abc',
    'flex text-slate-500',
    'hover:bg-red-600',
  ])('refuses %s', (text) => expect(literal(text)).toHaveLength(1));

  it.each(['text-muted bg-surface', '#main', 'Pedido #1234', 'ref #abc', 'text-sm', 'border-2'])('allows %s', (text) =>
    expect(literal(text)).toEqual([]),
  );

  it('reads the parts of a template', () => {
    expect(lint('raw-colours', 'apps/panel/src/a.tsx', 'x(`p-2 text-red-500 ${y}`);')).toHaveLength(1);
  });
});

describe('stated-access', () => {
  const routes = (head: string, body: string): string[] =>
    lint('stated-access', inModules('leads/http/leads.controller.ts'), `${head} class Leads { ${body} }`);

  it('names the route that says nothing', () => {
    expect(routes(`@Controller('leads')`, `@Get() list() {}  @Permit('leads:write') @Post() open() {}`)).toEqual([
      'The route list does not state who may use it: @Permit, @SignedIn, @Personal or @Public.',
    ]);
  });

  it('accepts one statement for the whole controller, and leaves other classes and methods alone', () => {
    expect(routes(`@Controller('leads') @Permit('leads:read')`, `@Get() list() {}`)).toEqual([]);
    expect(routes(`@Injectable()`, `@Get() list() {}`)).toEqual([]);
    expect(routes(`@Controller('leads')`, `private present() {}`)).toEqual([]);
  });
});

describe('constructor-parameters', () => {
  const constructorOf = (count: number): string[] =>
    lint(
      'constructor-parameters',
      'apps/api/src/a.ts',
      `class A { constructor(${[...'abcdefgh'].slice(0, count)}) {} }`,
    );

  it('counts to six', () => {
    expect(constructorOf(6)).toEqual([]);
    expect(constructorOf(7)).toEqual(['A constructor takes 7 parameters; 6 are the most: split the class.']);
  });

  it('leaves functions alone', () => {
    expect(lint('constructor-parameters', 'apps/api/src/a.ts', 'function f(a, b, c, d, e, f, g) {}')).toEqual([]);
  });
});
