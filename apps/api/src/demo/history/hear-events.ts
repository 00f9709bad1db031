import { Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Transaction } from '../../platform/database/transaction.js';
import { EventLog } from '../../platform/outbox/event-log.js';
import { ListenerCursor } from '../../platform/outbox/listener-cursor.js';
import { ListenerRegistry } from '../../platform/outbox/listener-registry.js';
import { RunListener } from '../../platform/outbox/run-listener.js';

/** What makes origins and leads out of the past. Nobody is pushed or told anything, and ISAC answers nobody. */
const HEARING = new Set(['attribute-enquiry', 'show-origin', 'keep-leads', 'show-lead', 'follow-assignment']);
const ROWS_A_ROUND = 500;
/** A listener that handled less has nothing left. */
const WHOLE_BATCH = 100;

/** Moves events to the log and lets their listeners hear them, as the workers would, within the caller's transaction. */
@Injectable()
export class HearEvents {
  private runs: { topics: ReadonlySet<string>; run: RunListener }[] | undefined;

  constructor(
    private readonly transaction: Transaction,
    private readonly log: EventLog,
    private readonly modules: ModuleRef,
  ) {}

  /** Until nothing follows from anything any more. */
  async catchUp(): Promise<void> {
    const runs = (this.runs ??= await this.begin());
    for (;;) {
      const moved = new Set((await this.log.moveFromOutbox(ROWS_A_ROUND)).map(({ topic }) => topic));
      if (moved.size === 0) return;
      for (const { topics, run } of runs)
        if ([...moved].some((topic) => topics.has(topic))) while ((await run.next()) >= WHOLE_BATCH);
    }
  }

  /** The past is over: every listener stands at the end of the log, and the log is forgotten. */
  async forget(): Promise<void> {
    await this.catchUp();
    const end = await this.log.end();
    const cursor = this.cursor();
    for (const { name } of this.registry().all()) {
      await cursor.ensure(name);
      await cursor.move(name, end);
    }
    while ((await this.log.forget(new Date(Date.now() + 86_400_000))) > 0);
    this.runs = undefined;
  }

  private async begin(): Promise<{ topics: ReadonlySet<string>; run: RunListener }[]> {
    const cursor = this.cursor();
    const parts = { transaction: this.transaction, log: this.log, cursor, logger: new Logger('demo') };
    const hearing = this.registry()
      .all()
      .filter(({ name }) => HEARING.has(name));
    if (hearing.length !== HEARING.size) throw new Error('the demo misses a listener');
    for (const { name } of hearing) await cursor.ensure(name);
    return hearing.map((listener) => ({
      topics: new Set(listener.events.map(({ topic }) => topic)),
      run: new RunListener(listener, parts),
    }));
  }

  private cursor(): ListenerCursor {
    return this.modules.get(ListenerCursor, { strict: false });
  }

  private registry(): ListenerRegistry {
    return this.modules.get(ListenerRegistry, { strict: false });
  }
}
