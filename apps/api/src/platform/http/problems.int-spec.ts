import {
  BadRequestException,
  Body,
  Controller,
  ForbiddenException,
  Get,
  Headers,
  HttpException,
  Module,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { PageQuery } from '../database/keyset-page.js';
import { Sql } from '../database/sql.js';
import { DomainError, invalidField, notFound, staleVersion } from './domain-error.js';
import { IfMatch } from './if-match.js';
import type { Problem } from './problem.js';

class Line {
  @IsString() sku!: string;
  @IsInt() count!: number;
}
class Order {
  @IsString() customer!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => Line) lines!: Line[];
  @IsOptional() @ValidateNested() @Type(() => Line) gift?: Line;
}

const thrown: Record<string, () => unknown> = {
  domain: () => new DomainError('window_closed', 409, 'Use a template.', { until: '2026-11-20' }),
  field: () => invalidField('/name', 'is taken'),
  missing: () => notFound('contact'),
  stale: () => staleVersion(7),
  slower: () => new DomainError('too_many_requests', 429, 'Slower.', { retryAfterS: 42 }),
  framework: () => new BadRequestException('No.'),
  forbidden: () => new ForbiddenException(),
  teapot: () => new HttpException('I am a teapot', 418),
  long: () => new BadRequestException('x'.repeat(1000)),
  crash: () => new TypeError(`cannot read 'phone' of +593991112222`),
  words: () => 'just words',
  nothing: () => undefined,
  away: () => Object.assign(new Error('connect ECONNREFUSED 10.0.0.5:5432'), { code: 'ECONNREFUSED' }),
};

@Controller('try')
class TryController {
  constructor(private readonly sql: Sql) {}

  @Get('throw/:what') fail(@Param('what') what: string): never {
    throw thrown[what]?.();
  }
  @Get('sql/:what') async query(@Param('what') what: string): Promise<void> {
    if (what === 'unique') await this.sql.rows(`insert into app_setting_for_nobody values (1)`);
    if (what === 'nul') await this.sql.rows('select $1::text', ['a\0b']);
    if (what === 'serialization')
      await this.sql.rows(`do $$ begin raise exception 'x' using errcode = '40001'; end $$`);
  }
  @Post('order') order(@Body() body: Order): Order {
    return body;
  }
  @Get('list') list(@Query() page: PageQuery): PageQuery {
    return page;
  }
  @Get('id/:id') one(@Param('id', ParseUUIDPipe) id: string): string {
    return id;
  }
  @Get('match') match(@IfMatch() version: number | undefined, @Headers('if-match') header: string): object {
    return { version: version ?? null, header };
  }
  @Get('late') async late(@Res() reply: FastifyReply): Promise<void> {
    await reply.status(202).send({ sent: true });
    throw new Error('after the answer');
  }
}
@Module({ controllers: [TryController] })
class TryModule {}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp([TryModule]);
});
afterAll(() => app.close());

const ask = (path: string) => app.request<Problem>({ path: `/try/${path}` });
const order = (body: unknown) => app.request<Problem>({ method: 'POST', path: '/try/order', body });

describe('every failure', () => {
  it.each([
    ['throw/domain', 409, 'window_closed'],
    ['throw/field', 400, 'validation_failed'],
    ['throw/missing', 404, 'not_found'],
    ['throw/stale', 412, 'stale_version'],
    ['throw/slower', 429, 'too_many_requests'],
    ['throw/framework', 400, 'bad_request'],
    ['throw/forbidden', 403, 'forbidden'],
    ['throw/teapot', 418, 'refused'],
    ['throw/crash', 500, 'internal_error'],
    ['throw/words', 500, 'internal_error'],
    ['throw/away', 503, 'unavailable'],
    ['sql/unique', 500, 'internal_error'],
    ['sql/nul', 400, 'bad_request'],
    ['sql/serialization', 503, 'unavailable'],
    ['id/nonsense', 400, 'bad_request'],
    ['nowhere', 404, 'not_found'],
  ])('%s is problem+json: %i %s', async (path, status, code) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.body).toMatchObject({ type: `urn:hilo:problem:${code}`, code, status, instance: `/try/${path}` });
    expect(answer.body.title).toMatch(/^[A-Z]/);
    expect(answer.body.detail).toMatch(/./);
    expect(answer.body.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['throw/crash', 'throw/words', 'throw/away', 'sql/unique', 'throw/nothing'])(
    '%s tells nothing of the inside',
    async (path) => {
      const { text } = await ask(path);
      expect(text).not.toMatch(
        /593991112222|10\.0\.0\.5|app_setting|TypeError|stack|at \w+ \(|just words|select|relation/i,
      );
    },
  );

  it('says what else it knows', async () => {
    expect((await ask('throw/domain')).body).toMatchObject({ until: '2026-11-20', detail: 'Use a template.' });
    expect((await ask('throw/stale')).body).toMatchObject({ currentVersion: 7 });
    expect((await ask('throw/field')).body.errors).toEqual([{ path: '/name', message: 'is taken' }]);
  });

  it('says when to come back', async () => {
    expect((await ask('throw/away')).headers.get('retry-after')).toBe('2');
    expect((await ask('throw/slower')).headers.get('retry-after')).toBe('42');
    expect((await ask('throw/domain')).headers.get('retry-after')).toBeNull();
  });

  it('cuts words that are too many', async () => {
    expect((await ask('throw/long')).body.detail).toBe('The request could not be understood.');
  });

  it('hides the phone and the query of an address', async () => {
    const { body, text } = await app.request<Problem>({ path: '/try/throw/%2B593991112222?q=Ana' });
    expect(text).not.toMatch(/593991112222|Ana/);
    expect(body.instance).toBe('/try/throw/…');
  });

  it('has an id of its own each time', async () => {
    const [one, other] = [await ask('throw/crash'), await ask('throw/crash')];
    expect(one.body.requestId).not.toBe(other.body.requestId);
  });

  it('after the answer changes nothing of it', async () => {
    expect(await ask('late')).toMatchObject({ status: 202, body: { sent: true } });
  });
});

describe('a body that is not valid', () => {
  it('is told by pointers to every mistake, however deep', async () => {
    const { status, body } = await order({
      lines: [
        { sku: 'A', count: 1 },
        { sku: 5, count: 'x' },
      ],
      gift: { sku: 1 },
      'a/b~c': 1,
    });
    expect([status, body.code]).toEqual([400, 'validation_failed']);
    expect([...new Set(body.errors?.map(({ path }) => path))].sort()).toEqual([
      '/a~1b~0c',
      '/customer',
      '/gift/count',
      '/gift/sku',
      '/lines/1/count',
      '/lines/1/sku',
    ]);
  });

  it.each([['[]'], ['null'], ['5'], ['"x"'], ['true']])('is no object when it is %s', async (raw) => {
    const answer = await fetch(`${app.origin}/try/order`, {
      method: 'POST',
      body: raw,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ status: 400 });
  });

  it('is not there', async () => {
    const answer = await fetch(`${app.origin}/try/order`, { method: 'POST' });
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([400, 'validation_failed']);
  });

  it('lets no property in that nobody declared, whatever its name', async () => {
    expect((await order({ customer: 'Ana', lines: [], isAdmin: true })).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ path: '/isAdmin' }],
    });
    for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
      expect((await order({ customer: 'Ana', lines: [], [name]: 'polluted' })).text).not.toContain('polluted');
    }
  });
});

describe('a query that is not valid', () => {
  it.each([
    ['limit=0', ['?limit']],
    ['limit=x', ['?limit']],
    ['limit=5&limit=6', ['?limit']],
    ['cursor=a&cursor=b', ['?cursor']],
    [`cursor=${'x'.repeat(6001)}`, ['?cursor']],
    ['other=1', ['?other']],
    ['limit=0&other=1', ['?limit', '?other']],
  ])('%s is told by its parameters', async (query, paths) => {
    const { status, body } = await ask(`list?${query}`);
    expect([status, [...new Set(body.errors?.map(({ path }) => path))].sort()]).toEqual([400, paths]);
  });

  it('has its default where nothing is given', async () => {
    expect((await ask('list')).body).toMatchObject({ limit: 50 });
    expect((await ask('list?limit=200')).body).toMatchObject({ limit: 200 });
  });
});

describe('If-Match', () => {
  it.each([
    ['"3"', 200, 3],
    ['W/"3"', 200, 3],
    ['*', 200, null],
  ])('%s is version %s', async (header, status, version) => {
    const answer = await app.request({ path: '/try/match', headers: { 'if-match': header } });
    expect([answer.status, answer.body]).toMatchObject([status, { version }]);
  });

  it.each(['3', '"a"', '"1","2"'])('%s is refused', async (header) => {
    expect(await app.request({ path: '/try/match', headers: { 'if-match': header } })).toMatchObject({
      status: 400,
      body: { code: 'invalid_if_match' },
    });
  });
});
