import { productEnvironment } from './product-environment.mjs';

/**
 * The environment for one command: given addresses win, else those of the running product.
 * @param {{ given: object, runtime: import('./runtime-file.mjs').Runtime | undefined, dataDir: string }} options
 * @returns {object | undefined} undefined: nothing runs and nothing is given
 */
export function commandEnvironment({ given, runtime, dataDir }) {
  const databaseUrl = given.DATABASE_URL || runtime?.databaseUrl;
  const redisUrl = given.REDIS_URL || runtime?.redisUrl;
  if (!databaseUrl || !redisUrl) return undefined;
  const port = runtime ? Number(new URL(runtime.apiUrl).port) : Number(given.PORT || 3000);
  // Its logs would stand between a command and what it prints.
  const quiet = { LOG_LEVEL: given.LOG_LEVEL || 'warn' };
  const simulatorUrl = runtime?.simulatorUrl ?? null;
  return { ...given, ...quiet, ...productEnvironment({ given, databaseUrl, redisUrl, dataDir, port, simulatorUrl }) };
}
