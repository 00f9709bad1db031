import { Redis, type RedisOptions } from 'ioredis';

/** The connections that Bull's queues share; only blocking ones are of their own. */
export class BullConnections {
  private readonly shared = new Map<string, Redis>();
  private readonly all: Redis[] = [];

  constructor(private readonly url: string) {}

  readonly create = (type: 'client' | 'subscriber' | 'bclient'): Redis => {
    if (type === 'bclient') return this.open({ maxRetriesPerRequest: null, enableReadyCheck: false });
    const known = this.shared.get(type);
    if (known) return known;
    // A producer fails at once while Redis is away: the row is safe, the sweep finds it.
    const options: RedisOptions = type === 'client' ? { maxRetriesPerRequest: 1 } : { maxRetriesPerRequest: null };
    const connection = this.open({ ...options, enableReadyCheck: false });
    this.shared.set(type, connection);
    return connection;
  };

  async close(): Promise<void> {
    for (const connection of this.all) connection.disconnect();
  }

  private open(options: RedisOptions): Redis {
    const connection = new Redis(this.url, { ...options, retryStrategy: (times) => Math.min(times * 100, 2000) });
    connection.setMaxListeners(0);
    connection.on('error', () => undefined);
    this.all.push(connection);
    return connection;
  }
}
