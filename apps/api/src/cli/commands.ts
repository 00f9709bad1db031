import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, loadConfig } from '../platform/config/config.js';
import { PinoLogger } from '../platform/logging/pino-logger.js';
import { HttpRoleModule } from '../http-role.module.js';
import { RootModule } from '../root.module.js';

export interface Command {
  readonly usage: string;
  run(args: CommandArguments): Promise<void>;
}

export interface CommandArguments {
  words: readonly string[];
  options: Readonly<Record<string, string>>;
}

/** `--name value`, `--flag` and plain words. */
export function parseArguments(argv: readonly string[]): CommandArguments {
  const words: string[] = [];
  const options: Record<string, string> = {};
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    if (!word.startsWith('--')) words.push(word);
    else {
      const next = argv[index + 1];
      const [name = '', ...parts] = word.slice(2).split('=');
      const inline = parts.length > 0 ? parts.join('=') : undefined;
      if (inline !== undefined) options[name] = inline;
      else if (next !== undefined && !next.startsWith('--')) {
        options[name] = next;
        index += 1;
      } else options[name] = 'true';
    }
  }
  return { words, options };
}

/** Runs `work` with the product's services, without listening and without background work. */
export async function withServices<T>(
  work: (app: INestApplicationContext, config: Config) => Promise<T>,
  modules: Type[] = [HttpRoleModule],
): Promise<T> {
  const config = loadConfig({ ROLE: 'http' });
  const app = await NestFactory.createApplicationContext(RootModule.of(config, modules), {
    logger: new PinoLogger({ logLevel: 'warn' }, 'stderr'),
    abortOnError: false,
  });
  try {
    return await work(app, config);
  } finally {
    await app.close();
  }
}

export const say = (text: string): void => void process.stdout.write(`${text}\n`);
