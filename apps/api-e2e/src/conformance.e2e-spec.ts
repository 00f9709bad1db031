import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from './testing/environment.js';
import { type Document, NOBODYS_ID, type Operation, operationsOf, readDocument } from './testing/operations.js';
import { openStage, type Stage } from './testing/stage.js';

const BODIES_AN_OPERATION = 12;

let stage: Stage;
let document: Document;
let operations: Operation[];
beforeAll(async () => {
  stage = await openStage();
  document = await readDocument(stage);
  operations = operationsOf(document);
}, 240_000);
afterAll(() => stage?.close(), 30_000);

/** Jest on Node 20 cannot load the validator: it runs beside it. @returns how many paths it read */
async function validated(url: string): Promise<number> {
  const program = `import SwaggerParser from '@apidevtools/swagger-parser'; const document = await (await fetch('${url}')).json(); const api = await SwaggerParser.validate(document); process.stdout.write(String(Object.keys(api.paths).length));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    cwd: projectRoot,
    env: { PATH: process.env['PATH'] ?? '' },
  });
  return Number(stdout);
}

type Schema = Record<string, unknown>;

function resolved(schema: Schema | undefined): Schema {
  const ref = schema?.['$ref'];
  if (typeof ref !== 'string') return schema ?? {};
  return resolved(document.components?.schemas?.[ref.split('/').at(-1) ?? '']);
}

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    '\u0000',
    '\ud800',
    'x'.repeat(70_000),
    -1,
    0,
    1e308,
    true,
    [],
    {},
    [[]],
    { $gt: '' },
    NOBODYS_ID,
    '2026-99-99',
    '__proto__',
  ),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>,
);

/** Bodies with the names that the operation knows and values that it does not expect. */
function hostileBody(operation: Operation): fc.Arbitrary<unknown> {
  const names = Object.keys((resolved(operation.body)['properties'] as object | undefined) ?? {});
  const known =
    names.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...names), strange, { maxKeys: names.length });
  return fc.oneof(
    { weight: 6, arbitrary: known },
    { weight: 1, arbitrary: fc.dictionary(fc.string(), strange, { maxKeys: 3 }) },
    { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<unknown> },
  );
}

describe('openapi.json', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect(await validated(`${stage.origin}/openapi.json`)).toBe(Object.keys(document.paths).length);
  });

  it('names what each operation answers when it goes well', () => {
    expect(
      operations
        .filter(({ statuses }) => !statuses.some((status) => /^2/.test(status)))
        .map(({ method, path }) => `${method} ${path}`),
    ).toEqual([]);
  });

  it('describes what each operation that takes a body takes', () => {
    const silent = operations.filter(
      ({ body }) =>
        body &&
        Object.keys((resolved(body)['properties'] as object | undefined) ?? {}).length === 0 &&
        !resolved(body)['additionalProperties'],
    );
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});

describe('what an operation did not ask for', () => {
  const never = (path: string): boolean => /\/auth\/sign-out|\/me\/sessions|simulator|\/me\/password/.test(path);

  it('is refused with problem+json and never breaks anything', async () => {
    const failures: unknown[] = [];
    for (const operation of operations.filter(({ path }) => !never(path))) {
      if (operation.method === 'GET' || operation.method === 'DELETE') continue;
      for (const body of fc.sample(hostileBody(operation), { numRuns: BODIES_AN_OPERATION, seed: 26 })) {
        const answer = await stage.admin.send<{ code?: string; status?: number }>(
          operation.method,
          operation.address,
          body ?? null,
        );
        const refusal = answer.status >= 400;
        const said = refusal
          ? /^application\/problem\+json/.test(answer.headers.get('content-type') ?? '') &&
            typeof answer.body?.code === 'string' &&
            answer.body.status === answer.status
          : true;
        if (answer.status >= 500 || !said)
          failures.push({
            operation: `${operation.method} ${operation.path}`,
            status: answer.status,
            body: JSON.stringify(body).slice(0, 200),
            text: answer.text.slice(0, 200),
          });
      }
    }
    expect(failures).toEqual([]);
  }, 120_000);

  it('in a query is refused too', async () => {
    const failures: unknown[] = [];
    const values = ['', '-1', '1e9', 'NaN', "'; select 1", '%00', '../..', 'x'.repeat(600), '{"$gt":1}'];
    for (const operation of operations.filter(({ method, path }) => method === 'GET' && !never(path))) {
      const names = [
        ...new Set([
          'limit',
          'cursor',
          'sort',
          ...operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name),
        ]),
      ];
      for (const [index, name] of names.entries()) {
        const value = values[index % values.length] ?? '';
        const answer = await stage.admin.get<{ code?: string }>(
          `${operation.address}?${name}=${value.includes('%') ? value : encodeURIComponent(value)}`,
        );
        if (answer.status >= 500)
          failures.push({
            operation: `GET ${operation.path}?${name}=${value.slice(0, 20)}`,
            status: answer.status,
            text: answer.text.slice(0, 200),
          });
      }
    }
    expect(failures).toEqual([]);
  }, 120_000);

  it.each([
    ['not JSON', '{oops', 'application/json', 400],
    ['JSON that is no object', '[1]', 'application/json', 400],
    ['a form', 'a=1', 'application/x-www-form-urlencoded', 415],
    ['more than a megabyte', JSON.stringify({ text: 'x'.repeat(1_100_000) }), 'application/json', 413],
    ['nested without an end', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'application/json', 400],
  ])('as a body that is %s', async (_what, body, type, status) => {
    const answer = await fetch(`${stage.origin}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      expect.stringMatching(/^application\/problem\+json/),
    ]);
  });
});
