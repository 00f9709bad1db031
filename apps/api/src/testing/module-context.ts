import type { ModuleMetadata, OnApplicationShutdown } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { ConfigModule } from '../platform/config/config.module.js';
import { Sql } from '../platform/database/sql.js';
import { NudgeQueues } from '../platform/jobs/nudge-queues.js';
import { PlatformModule } from '../platform/platform.module.js';
import { RateLimit } from '../platform/rate-limit/rate-limit.js';
import { RealtimePublisher } from '../platform/realtime/realtime-publisher.js';
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
  const platform = [ConfigModule.of(database.config), PlatformModule];
  const module = await Test.createTestingModule({ imports: [...platform, ...imports] }).compile();
  const sql = module.get(Sql);
  return {
    module,
    sql,
    url: database.url,
    appended: async (topic) =>
      (await sql.rows<{ items: unknown[] }>('select items from outbox where topic = $1 order by id', [topic])).flatMap(
        ({ items }) => items,
      ),
    close: async () => {
      // A module that was never initialised does not end what holds connections by itself.
      for (const holder of [NudgeQueues, RateLimit, RealtimePublisher])
        await module.get<OnApplicationShutdown>(holder).onApplicationShutdown();
      await module.close();
      await database.close();
    },
  };
}
