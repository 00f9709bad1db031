import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import { Transaction } from './transaction.js';

interface Queryable {
  query(config: { text: string; values: unknown[] }): Promise<QueryResult>;
}

/**
 * Hand-written SQL on the ambient transaction's connection, else on any of the pool. Statements have no names, so that each execution is planned for its
 * values: a plan kept from when a table was empty costs several times its worth once it has filled.
 */
@Injectable()
export class Sql {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transaction: Transaction,
  ) {}

  async rows<R extends object = QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
    return (await (await this.connection()).query({ text, values })).rows as R[];
  }

  async one<R extends object = QueryResultRow>(text: string, values: unknown[] = []): Promise<R | undefined> {
    return (await this.rows<R>(text, values))[0];
  }

  /** How many rows a write touched. */
  async affected(text: string, values: unknown[] = []): Promise<number> {
    return (await (await this.connection()).query({ text, values })).rowCount ?? 0;
  }

  private async connection(): Promise<Queryable> {
    const runner = this.transaction.manager().queryRunner;
    if (runner) return (await runner.connect()) as PoolClient;
    return (this.dataSource.driver as unknown as { master: Queryable }).master;
  }
}
