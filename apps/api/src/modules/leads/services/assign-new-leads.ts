import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { People, type Assignee } from '../../auth/index.js';
import { chooseAssignee, type AssignmentMode } from '../domain/choose-assignee.js';
import { assignmentMode, keepTurn, loadOf, lockTurn, placesOf } from '../persistence/assignment.query.js';

const EVERYBODY = 'everybody';

/** Gives new leads to whoever holds their conversation, else by the business's rule. */
@Injectable()
export class AssignNewLeads {
  constructor(
    private readonly sql: Sql,
    private readonly people: People,
  ) {}

  /** One assignee, or null, for each conversation, in order. Runs in the caller's transaction. */
  async choose(conversationIds: readonly string[]): Promise<(string | null)[]> {
    if (conversationIds.length === 0) return [];
    const places = await placesOf(this.sql, conversationIds);
    const mode = await assignmentMode(this.sql);
    const queues = new Map<string, Queue>();
    const chosen: (string | null)[] = [];
    for (const id of conversationIds) {
      const place = places.get(id);
      const holder = place?.assigneeId ?? null;
      chosen.push(holder ?? (mode === 'manual' ? null : await this.next(mode, place?.teamId ?? null, queues)));
    }
    for (const [key, { lastId, moved }] of queues) if (moved && lastId) await keepTurn(this.sql, key, lastId);
    return chosen;
  }

  private async next(mode: AssignmentMode, teamId: string | null, queues: Map<string, Queue>): Promise<string | null> {
    const key = teamId ?? EVERYBODY;
    const queue = queues.get(key) ?? (await this.queueOf(key, teamId));
    queues.set(key, queue);
    const id = chooseAssignee(mode, queue.candidates, queue);
    if (id === null) return null;
    queue.lastId = id;
    queue.moved = true;
    queue.load.set(id, (queue.load.get(id) ?? 0) + 1);
    return id;
  }

  private async queueOf(key: string, teamId: string | null): Promise<Queue> {
    const lastId = await lockTurn(this.sql, key);
    const candidates = await this.people.assignable(teamId ?? undefined);
    return {
      candidates,
      lastId,
      moved: false,
      load: await loadOf(
        this.sql,
        candidates.map((one) => one.id),
      ),
    };
  }
}

interface Queue {
  candidates: Assignee[];
  lastId: string | null;
  moved: boolean;
  load: Map<string, number>;
}
