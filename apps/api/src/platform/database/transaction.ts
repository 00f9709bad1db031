import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';

interface Ambient {
  manager: EntityManager;
  afterCommit: (() => void)[];
}

const ambient = new AsyncLocalStorage<Ambient | undefined>();

/** The transaction that the current work runs in, carried along without being passed. */
@Injectable()
export class Transaction {
  constructor(private readonly dataSource: DataSource) {}

  /** Joins the running transaction, or opens one. Hooks given to `afterCommit` run once it is durable. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (ambient.getStore()) return work();
    const afterCommit: (() => void)[] = [];
    const result = await this.dataSource.transaction((manager) => ambient.run({ manager, afterCommit }, work));
    for (const hook of afterCommit) hook();
    return result;
  }

  /** One of its own, for what must survive a rollback of the outer one. */
  outside<T>(work: () => Promise<T>): Promise<T> {
    return ambient.run(undefined, () => this.run(work));
  }

  inside(): boolean {
    return ambient.getStore() !== undefined;
  }

  manager(): EntityManager {
    return ambient.getStore()?.manager ?? this.dataSource.manager;
  }

  repository<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return this.manager().getRepository(entity);
  }

  afterCommit(hook: () => void): void {
    const store = ambient.getStore();
    if (store) store.afterCommit.push(hook);
    else hook();
  }
}
