import type { ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { ClockModule } from '../platform/clock/clock.module.js';
import { ConfigModule } from '../platform/config/config.module.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import { Sql } from '../platform/database/sql.js';
import { EncryptionModule } from '../platform/encryption/encryption.module.js';
import { HttpModule } from '../platform/http/http.module.js';
import { JobsModule } from '../platform/jobs/jobs.module.js';
import { NudgeQueues } from '../platform/jobs/nudge-queues.js';
import { OutboxModule } from '../platform/outbox/outbox.module.js';
import { createTestDatabase } from './test-database.js';

export interface ModuleContext {
  module: TestingModule;
  sql: Sql;
  url: string;
  /** The items of an event appended so far, in order. */
  appended(topic: string): Promise<unknown[]>;
  close(): Promise<void>;
}

/** Modules on the real platform and a database of their own; jobs and listeners do not run by themselves. */
export async function startModules(imports: NonNullable<ModuleMetadata['imports']>): Promise<ModuleContext> {
  const database = await createTestDatabase({ ROLE: 'http' });
  const platform = [ConfigModule.of(database.config), ClockModule, EncryptionModule, DatabaseModule, JobsModule, OutboxModule, HttpModule];
  const module = await Test.createTestingModule({ imports: [...platform, ...imports] }).compile();
  const sql = module.get(Sql);
  return {
    module,
    sql,
    url: database.url,
    appended: async (topic) => (await sql.rows<{ items: unknown[] }>('select items from outbox where topic = $1 order by id', [topic])).flatMap(({ items }) => items),
    close: async () => {
      // A module that was never initialised does not end its queues by itself.
      await module.get(NudgeQueues).onApplicationShutdown();
      await module.close();
      await database.close();
    },
  };
}
