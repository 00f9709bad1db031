export interface RedactedConfig {
  role: string;
  production: boolean;
  publicUrl: string;
  database: string;
  databasePool: number;
  redis: string;
  simulatorUrl: string | null;
  whatsappGraphUrl: string;
  cookieSecure: boolean;
  trustProxy: boolean;
  logLevel: string;
  /** Names of the secrets that are set, never their values. */
  secrets: string[];
}

type Readable = Omit<RedactedConfig, 'database' | 'redis' | 'secrets'> & {
  databaseUrl: string;
  redisUrl: string;
  secrets: object;
};

/** Addresses without users, passwords and parameters; fields are named one by one, so that a new one is not told by accident. */
export const redactedConfig = (config: Readable): RedactedConfig => ({
  role: config.role,
  production: config.production,
  publicUrl: bare(config.publicUrl),
  database: bare(config.databaseUrl),
  databasePool: config.databasePool,
  redis: bare(config.redisUrl),
  simulatorUrl: config.simulatorUrl === null ? null : bare(config.simulatorUrl),
  whatsappGraphUrl: bare(config.whatsappGraphUrl),
  cookieSecure: config.cookieSecure,
  trustProxy: config.trustProxy,
  logLevel: config.logLevel,
  secrets: Object.entries(config.secrets).flatMap(([name, value]) => (value ? [name] : [])),
});

function bare(address: string): string {
  try {
    const { protocol, host, pathname } = new URL(address);
    return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
  } catch {
    return 'not an address';
  }
}
