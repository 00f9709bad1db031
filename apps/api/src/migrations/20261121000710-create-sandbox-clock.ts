import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSandboxClock20261121000710 implements MigrationInterface {
  name = 'CreateSandboxClock20261121000710';

  async up(runner: QueryRunner): Promise<void> {
    // At most one row: how far a sandbox's time was moved, for every process to follow.
    await runner.query(`create table sandbox_clock (
      single boolean primary key default true check (single),
      offset_ms bigint not null check (offset_ms >= 0)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sandbox_clock');
  }
}
