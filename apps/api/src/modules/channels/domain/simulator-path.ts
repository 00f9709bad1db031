const SAFE = /^(?:phone|control)(?:\/[\w.~-]+)+$/;
/** What only the product itself may tell the simulator: who it plays, and what time it is. */
const OWN = new Set(['control/channels', 'control/clock']);

/** The simulator's path behind `/api/v1/simulator/…`, undefined when it is none that people may reach. */
export function simulatorPath(asked: string): string | undefined {
  const path = asked.replace(/^\/+/, '');
  const climbs = path.split('/').some((part) => part === '.' || part === '..');
  return SAFE.test(path) && !climbs && !OWN.has(path) ? `/${path}` : undefined;
}
