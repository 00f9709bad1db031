import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config/config.js';
import { faultWords, withoutPersons } from './fault-words.js';

const SECRETS = [
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
/** Where a secret may stand: in what is logged, or in something that it holds. */
const SECRET_PATHS = [...['', '*.', '*.*.'].flatMap((within) => SECRETS.map((name) => within + name)), 'req.headers'];

/** Structured logs on standard output. What could hold a person's data is cut out by path, and nobody logs rows. */
export class PinoLogger implements LoggerService {
  private readonly logger: Logger;

  constructor(config: Pick<Config, 'logLevel'>, to: 'stdout' | 'stderr' | DestinationStream = 'stdout') {
    const options = {
      level: config.logLevel,
      redact: { paths: SECRET_PATHS, censor: '…' },
      base: undefined,
      serializers: { err: describeError },
    };
    this.logger = pino(options, typeof to === 'string' ? pino.destination(to === 'stdout' ? 1 : 2) : to);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest calls with (message | fields, ...texts, context). */
  private write(
    level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const texts = rest.filter((part): part is string => typeof part === 'string');
    const context = texts.at(-1);
    if (typeof message === 'object' && message !== null && !(message instanceof Error))
      this.logger[level]({ ...message, context }, texts[0] ?? '');
    else if (message instanceof Error) this.logger[level]({ err: message, context }, message.name);
    else this.logger[level]({ context, ...(texts.length > 1 && { stack: framesOf(texts[0] ?? '') }) }, String(message));
  }
}

/** SQL errors carry the values of rows in `detail` and `parameters`: only what names the fault is kept. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: faultWords(error) };
  const { name, message, stack } = error;
  const code = (error as { code?: unknown }).code;
  return { name, message: withoutPersons(message).slice(0, 500), code, stack: stack && framesOf(stack, message) };
}

/** Where it happened, at most eleven lines. What stands before repeats the message, which may have lines of its own that look like any other. */
const framesOf = (stack: string, message = ''): string =>
  stack
    .slice(stack.includes(message) ? stack.indexOf(message) + message.length : 0)
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 11)
    .join('\n');
