import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LeaveRoomInConversation20261128000100 implements MigrationInterface {
  name = 'LeaveRoomInConversation20261128000100';

  /** A conversation is written again with every message and every change of its lead: with room on its page, indexes need not follow. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table conversation set (fillfactor = 70)');
    await runner.query('alter table lead set (fillfactor = 80)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table conversation reset (fillfactor)');
    await runner.query('alter table lead reset (fillfactor)');
  }
}
