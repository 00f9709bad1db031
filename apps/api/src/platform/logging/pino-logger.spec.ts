import { describe, expect, it } from '@jest/globals';
import { PinoLogger } from './pino-logger.js';

type Level = 'log' | 'error' | 'warn' | 'debug' | 'verbose' | 'fatal';

/** What a line of the log says, and the line itself. */
function logged(
  write: (logger: PinoLogger) => void,
  logLevel: 'trace' | 'info' | 'silent' = 'trace',
): { lines: Record<string, unknown>[]; text: string } {
  let text = '';
  write(new PinoLogger({ logLevel }, { write: (line: string) => void (text += line) }));
  return {
    text,
    lines: text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

describe('a line of the log', () => {
  it.each<[Level, number]>([
    ['verbose', 10],
    ['debug', 20],
    ['log', 30],
    ['warn', 40],
    ['error', 50],
    ['fatal', 60],
  ])('of %s has the level %i, its context and no name of the machine', (level, number) => {
    const { lines } = logged((logger) => logger[level]('something happened', 'door'));
    expect(lines).toEqual([{ level: number, time: expect.any(Number), context: 'door', msg: 'something happened' }]);
  });

  it('carries fields, with the words that follow them', () => {
    const { lines } = logged((logger) => logger.warn({ linkId: '1', count: 3 }, 'a click was lost', 'links'));
    expect(lines[0]).toMatchObject({ linkId: '1', count: 3, msg: 'a click was lost', context: 'links' });
  });

  it('is not written below the level that is wanted', () => {
    expect(logged((logger) => logger.debug('x'), 'info').lines).toEqual([]);
    expect(logged((logger) => logger.fatal('x'), 'silent').lines).toEqual([]);
    expect(logged((logger) => logger.log('x'), 'info').lines).toHaveLength(1);
  });

  it('is one line, whatever the words', () => {
    expect(logged((logger) => logger.log('a\nb\r\nc\u2028d')).lines).toHaveLength(1);
  });
});

describe('an error in the log', () => {
  const sql = Object.assign(new Error('duplicate key value violates unique constraint "contact_phone"'), {
    code: '23505',
    detail: 'Key (phone)=(+593991112222) already exists.',
    parameters: ['+593991112222', 'Ana Ruiz'],
    where: 'row (Ana Ruiz)',
    query: `insert into contact values ('Ana Ruiz')`,
  });

  it.each<[string, (logger: PinoLogger) => void]>([
    ['alone', (logger) => logger.error(sql)],
    ['as a field', (logger) => logger.error({ err: sql }, 'it failed', 'contacts')],
  ])('%s names the fault, and nothing of the row', (_name, write) => {
    const { text, lines } = logged(write);
    expect(lines[0]?.['err']).toMatchObject({
      name: 'Error',
      code: '23505',
      message: expect.stringContaining('contact_phone'),
    });
    for (const told of ['593991112222', 'Ana Ruiz', 'insert into']) expect(text).not.toContain(told);
  });

  it.each(['hola\nsoy Ana Ruiz', 'hola\n    at Ana Ruiz, 098 765 4321', 'hola\r\nAna Ruiz', 'Ana Ruiz\n'])(
    'repeats no line of its message %j below it',
    (message) => {
      const { lines } = logged((logger) => logger.error(new Error(message)));
      const { stack } = lines[0]?.['err'] as { stack: string };
      expect(stack).not.toMatch(/Ana|765/);
      expect(stack.split('\n').length).toBeGreaterThan(3);
      expect(stack.split('\n').filter((line) => !line.startsWith('    at '))).toEqual([]);
    },
  );

  it('that comes as text shows only where it happened, too', () => {
    const { lines, text } = logged((logger) => logger.error('it failed', new Error('hola\nAna Ruiz').stack, 'door'));
    expect(text).not.toContain('Ana');
    expect(lines[0]).toMatchObject({ msg: 'it failed', context: 'door', stack: expect.stringMatching(/^ {4}at /) });
  });

  it('keeps where it happened, and ends somewhere', () => {
    const { lines } = logged((logger) => logger.error(new TypeError('x'.repeat(5000))));
    const err = lines[0]?.['err'] as { message: string; stack: string };
    expect(err.message).toHaveLength(500);
    expect(err.stack).toMatch(/^\s+at /);
    expect(err.stack.split('\n').length).toBeLessThanOrEqual(11);
  });

  it.each([
    ['text', 'text'],
    [42, '42'],
    [undefined, 'undefined'],
  ])('may be %p', (thrown, words) => {
    const { lines } = logged((logger) => logger.error({ err: thrown }, 'it failed'));
    if (thrown !== undefined) expect(lines[0]?.['err']).toEqual({ message: words });
    expect(lines[0]?.['msg']).toBe('it failed');
  });
});

describe('secrets and people', () => {
  const SECRET = 'never-to-be-seen';
  const names = [
    'password',
    'token',
    'accessToken',
    'appSecret',
    'verifyToken',
    'authorization',
    'cookie',
    'credentials',
    'phone',
    'email',
    'text',
    'body',
  ];

  it.each(names)('%s is cut out at the top, one level down and two', (name) => {
    const { text } = logged((logger) =>
      logger.log({ [name]: SECRET, one: { [name]: SECRET, two: { [name]: SECRET } } }, 'told'),
    );
    expect(text).not.toContain(SECRET);
    expect(text.match(/…/g)).toHaveLength(3);
  });

  it.each([
    ['credentials as a whole', { credentials: { accessToken: SECRET, appSecret: SECRET } }],
    ['credentials of a connection', { connection: { credentials: { accessToken: SECRET } } }],
    ['the headers of a request', { req: { headers: { authorization: SECRET, cookie: SECRET } } }],
    ['the body of a message', { message: { body: { text: SECRET } } }],
  ])('%s are cut out', (_name, fields) => {
    expect(logged((logger) => logger.error(fields, 'told')).text).not.toContain(SECRET);
  });

  it('what names a thing stays: ids, counts, outcomes', () => {
    const fields = { channelId: '1', requestId: '2', outcome: 'accepted', count: 3 };
    expect(logged((logger) => logger.log(fields, 'told')).lines[0]).toMatchObject(fields);
  });
});
