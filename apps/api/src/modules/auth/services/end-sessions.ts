import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { RealtimePublisher } from '../../../platform/realtime/realtime-publisher.js';
import { SessionRows } from '../persistence/sessions.repository.js';

/** Ends sessions and cuts the sockets that live on them, in every process, as soon as the end is durable. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly sessions: SessionRows,
    private readonly transaction: Transaction,
    private readonly realtime: RealtimePublisher,
  ) {}

  /** False when the user has no such session. */
  async one(userId: string, sessionId: string): Promise<boolean> {
    return this.transaction.run(async () => {
      const ended = await this.sessions.remove(sessionId, userId);
      if (ended) this.cut(`session:${sessionId}`);
      return ended;
    });
  }

  async ofUser(userId: string): Promise<void> {
    await this.transaction.run(async () => {
      await this.sessions.removeAll(userId, null);
      this.cut(`user:${userId}`);
    });
  }

  async othersOfUser(userId: string, keptId: string | undefined): Promise<number> {
    return this.transaction.run(async () => {
      const ended = await this.sessions.removeAll(userId, keptId ?? null);
      for (const id of ended) this.cut(`session:${id}`);
      return ended.length;
    });
  }

  /** The rooms a user may hear have changed: their sockets come back and are admitted anew. */
  readmit(userId: string): void {
    this.cut(`user:${userId}`);
  }

  private cut(room: string): void {
    this.transaction.afterCommit(() => this.realtime.disconnect(room));
  }
}
