import { Body, Controller, Get, HttpCode, Module, Param, Post, Put } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { SystemClock } from '../clock/system-clock.js';
import { Sql } from '../database/sql.js';
import { newId } from '../ids/uuid.js';
import { DomainError } from './domain-error.js';
import { ForgetIdempotencyKeysJob } from './forget-idempotency-keys.job.js';
import { Idempotent } from './idempotent.decorator.js';

@Controller('notes')
class NotesController {
  constructor(private readonly sql: Sql) {}

  @Post() @Idempotent() async create(@Body() { text }: { text?: string }): Promise<object> {
    await this.sql.rows('insert into note_of_test (text) values ($1)', [text]);
    if (text === 'refused') throw new DomainError('refused_note', 422, 'No.');
    if (text === 'crash') throw new TypeError('x');
    return { id: newId(), text };
  }
  @Post('empty') @Idempotent() @HttpCode(204) async empty(): Promise<void> {
    await this.sql.rows(`insert into note_of_test (text) values ('empty')`);
  }
  @Put(':name') @Idempotent() async put(@Param('name') name: string): Promise<object> {
    await this.sql.rows('insert into note_of_test (text) values ($1)', [name]);
    return { name };
  }
  @Post('careless') async careless(): Promise<object> {
    await this.sql.rows(`insert into note_of_test (text) values ('careless')`);
    return { id: newId() };
  }
  @Get() @Idempotent() read(): object {
    return { id: newId() };
  }
}
@Module({ controllers: [NotesController] })
class NotesModule {}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp([NotesModule]);
  await app.get(Sql).rows('create table note_of_test (text text)');
});
afterAll(() => app.close());
beforeEach(() => app.get(Sql).rows('truncate note_of_test'));

const post = (body: unknown, key?: string, path = '/notes', method: 'POST' | 'PUT' = 'POST') =>
  app.request<Record<string, unknown>>({
    method,
    path,
    body,
    ...(key !== undefined && { headers: { 'idempotency-key': key } }),
  });
const written = async (): Promise<string[]> =>
  (await app.get(Sql).rows<{ text: string }>('select text from note_of_test order by text')).map(({ text }) => text);

describe('a write with a key', () => {
  it('is done once, and its first answer comes again, marked', async () => {
    const key = newId();
    const first = await post({ text: 'a' }, key);
    const again = await post({ text: 'a' }, key);
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect([first.headers.get('idempotent-replayed'), again.headers.get('idempotent-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect(await written()).toEqual(['a']);
  });

  it('is done once when it is sent many times at the same moment', async () => {
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 8 }, () => post({ text: 'b' }, key)));
    expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await written()).toEqual(['b']);
  });

  it('is refused when the key was used with other words', async () => {
    const key = newId();
    await post({ text: 'c' }, key);
    expect(await post({ text: 'd' }, key)).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
    expect(await written()).toEqual(['c']);
  });

  it.each([
    ['refused', 422],
    ['crash', 500],
  ])('that was %s left nothing behind, and may be tried again', async (text, status) => {
    const key = newId();
    expect((await post({ text }, key)).status).toBe(status);
    expect((await post({ text }, key)).status).toBe(status);
    expect(await written()).toEqual([]);
    expect((await post({ text: 'now' }, key)).status).toBe(201);
  });

  it('without an answer has none the second time either', async () => {
    const key = newId();
    const answers = [await post({}, key, '/notes/empty'), await post({}, key, '/notes/empty')];
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [204, ''],
      [204, ''],
    ]);
    expect(await written()).toEqual(['empty']);
  });

  it('is another write on another address', async () => {
    const key = newId();
    await post({}, key, '/notes/one', 'PUT');
    await post({}, key, '/notes/two', 'PUT');
    await post({ text: 'three' }, key);
    expect(await written()).toEqual(['one', 'three', 'two']);
  });

  it('is done again a day later', async () => {
    const key = newId();
    const clock = app.get(SystemClock);
    await post({ text: 'x' }, key);
    clock.shiftTo(86_400_000 + 1000);
    try {
      expect((await post({ text: 'x' }, key)).headers.get('idempotent-replayed')).toBeNull();
      clock.shiftTo(3 * 86_400_000);
      expect(await app.get(ForgetIdempotencyKeysJob).run()).toBeGreaterThan(0);
      expect(await app.get(Sql).rows('select 1 from idempotency_key')).toEqual([]);
    } finally {
      clock.shiftTo(0);
    }
    expect(await written()).toEqual(['x', 'x']);
  });
});

describe('a key', () => {
  it.each([[''], [' '], ['with space'], ['ñ'.normalize('NFC')], ['x'.repeat(201)]])(
    '%j is refused before anything is done',
    async (key) => {
      const answer = await post({ text: 'a' }, Buffer.from(key, 'utf8').toString('latin1'));
      expect([answer.status, answer.body['code']]).toEqual([400, 'invalid_idempotency_key']);
      expect(await written()).toEqual([]);
    },
  );

  it('may be as long as two hundred signs', async () => {
    expect((await post({ text: 'a' }, '~'.repeat(200))).status).toBe(201);
  });

  it('means nothing where a route knows none, and nothing to who sends none', async () => {
    const key = newId();
    await post({}, key, '/notes/careless');
    await post({}, key, '/notes/careless');
    await post({ text: 'a' });
    await post({ text: 'a' });
    expect(await written()).toEqual(['a', 'a', 'careless', 'careless']);
  });
});
