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

/**
 * The environment of the simulator. A real account's variables are emptied: it plays the demo's sandbox channel only,
 * and never learns a live secret.
 * @param {{ given: object, dataDir: string, ports: { api: number, simulator: number } }} options
 */
export function simulatorEnvironment({ given, dataDir, ports }) {
  const live = Object.keys(given).filter((name) => /^(WHATSAPP|INSTAGRAM|TWILIO|WASENDER|ODOO|LLM)_/.test(name));
  return {
    ...Object.fromEntries(live.map((name) => [name, ''])),
    SIMULATOR_PORT: String(ports.simulator),
    TARGET_URL: `http://127.0.0.1:${ports.api}`,
    HILO_DATA_DIR: dataDir,
  };
}

/** The processes a ROLE asks for: `split` is http and worker apart, everything else one process. */
export const rolesOf = (role) => (role === 'split' ? ['http', 'worker'] : [role || 'all']);
