/**
 * The environment of the API and of its command line. What a person has set wins over what we make up.
 * @param {{ given: object, databaseUrl: string, redisUrl: string, dataDir: string, port: number, simulatorUrl: string | null, panelDir?: string }} options
 */
export function productEnvironment({ given, databaseUrl, redisUrl, dataDir, port, simulatorUrl, panelDir }) {
  return {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    HILO_DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: given.PUBLIC_URL || `http://127.0.0.1:${port}`,
    ...(panelDir && { PANEL_DIR: given.PANEL_DIR || panelDir }),
    ...(simulatorUrl && {
      SIMULATOR_URL: given.SIMULATOR_URL || simulatorUrl,
      WHATSAPP_GRAPH_URL: given.WHATSAPP_GRAPH_URL || simulatorUrl,
    }),
  };
}

/** The processes a ROLE asks for: `split` is http and worker apart, everything else one process. */
export const rolesOf = (role) => (role === 'split' ? ['http', 'worker'] : [role || 'all']);
