import { parseArguments, say, withServices, type Command } from './cli/commands.js';
import { findDrift } from './cli/check-drift.js';
import { createApiKey, createUser } from './cli/access.js';
import { diagnose } from './cli/diagnose.js';
import { talk } from './cli/console.js';
import { isacEvaluate } from './cli/isac-evaluate.js';
import { migrate } from './cli/migrate.js';
import { prepare } from './cli/prepare.js';
import { DemoModule } from './demo/demo.module.js';
import { DemoShop } from './demo/demo-shop.js';
import { loadConfig } from './platform/config/config.js';
import { PlatformModule } from './platform/platform.module.js';
import { PinoLogger } from './platform/logging/pino-logger.js';
import { createHttpApp } from './server/create-http-app.js';
import { apiDocument } from './server/api-document.js';
import { RootModule } from './root.module.js';

const commands: Record<string, Command> = {
  prepare: {
    usage:
      'prepare [--demo]              migrate, first administrator, channels of the environment, demo shop; prints JSON',
    run: async ({ options }) => say(JSON.stringify(await prepare(options['demo'] === 'true'))),
  },
  'api-key create': {
    usage: 'api-key create --name N --scopes all|a,b   make a key and print it, once',
    run: ({ options }) => withServices(async (app) => say(await createApiKey(app, options))),
  },
  'user create': {
    usage: 'user create --name N --email E --password P --roles admin|supervisor|advisor|marketing',
    run: ({ options }) => withServices(async (app) => say(await createUser(app, options))),
  },
  migrate: {
    usage: 'migrate                       bring the database up to date',
    run: async () => {
      const ran = await migrate(loadConfig());
      say(ran.length > 0 ? `Migrated: ${ran.join(', ')}` : 'The database is up to date.');
    },
  },
  'demo-data': {
    usage: 'demo-data                     load the demo shop into an empty installation',
    run: () =>
      withServices(
        async (app) =>
          say(
            (await app.get(DemoShop).load())
              ? 'The demo shop is loaded.'
              : 'There is something here already: the demo moves only into an empty installation.',
          ),
        [PlatformModule, DemoModule],
      ),
  },
  doctor: {
    usage: 'doctor                        check every dependency, channel and webhook, in words',
    run: () =>
      withServices(async (app) => {
        const findings = await diagnose(app);
        for (const { fine, words } of findings) say(`${fine ? 'ok  ' : 'FIX '} ${words}`);
        if (findings.some(({ fine }) => !fine)) process.exitCode = 1;
      }),
  },
  'check-drift': {
    usage: 'check-drift                   compare entities with the migrated database',
    run: () =>
      withServices(async (app) => {
        const drift = await findDrift(app);
        if (drift.length === 0) return say('Entities and migrations agree.');
        for (const query of drift) say(query);
        process.exitCode = 1;
      }),
  },
  console: {
    usage: 'console                       talk to ISAC over the catalogue; nothing is sent',
    run: talk,
  },
  'isac-evaluate': {
    usage: 'isac-evaluate --catalogue F [--intents F] [--search F] [--dialogues F] --out DIR   predictions over files',
    run: isacEvaluate,
  },
  openapi: {
    usage: 'openapi                       print the OpenAPI document',
    run: async () => {
      const config = loadConfig({ ROLE: 'http' });
      const app = await createHttpApp(RootModule.of(config), config, new PinoLogger({ logLevel: 'warn' }, 'stderr'));
      await app.init();
      say(JSON.stringify(await apiDocument(app), null, 2));
      await app.close();
    },
  },
};

const { words, options } = parseArguments(process.argv.slice(2));
const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find((candidate) => Object.hasOwn(commands, candidate));
const command = name === undefined ? undefined : commands[name];
if (!command || !name) {
  say(
    `Usage: npm run hilo -- <command>\n\n${Object.values(commands)
      .map(({ usage }) => `  ${usage}`)
      .join('\n')}`,
  );
  process.exitCode = words.length === 0 || words[0] === 'help' ? 0 : 1;
} else {
  try {
    await command.run({ words: words.slice(name.split(' ').length), options });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

// A command that failed half-way may leave connections open; it ends once what it had to say is out.
process.stdout.write('', () => process.exit());
