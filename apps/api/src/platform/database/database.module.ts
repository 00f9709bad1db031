import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { sessionOptions } from './connections.js';
import { PartitionedTables } from './partitioned-tables.js';
import { Sql } from './sql.js';
import { Transaction } from './transaction.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        type: 'postgres' as const,
        url: config.databaseUrl,
        autoLoadEntities: true,
        synchronize: false,
        migrationsRun: false,
        applicationName: 'hilo',
        logging: false,
        retryAttempts: 3,
        retryDelay: 1000,
        extra: { max: config.databasePool, options: sessionOptions, connectionTimeoutMillis: 2000 },
      }),
    }),
  ],
  providers: [Transaction, Sql, PartitionedTables],
  exports: [Transaction, Sql, PartitionedTables],
})
export class DatabaseModule {}
