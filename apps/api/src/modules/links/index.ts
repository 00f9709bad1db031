export { LinksModule } from './links.module.js';
export { Links, type LinkCard } from './links.facade.js';
export { enquiryAttributed, linkClicked } from './links.events.js';
export { NETWORKS, type Network } from './domain/network.js';
export type { Utm } from './domain/utm.js';
export type { LinkOutcome } from './domain/link-outcome.js';
export { LinksHttpModule } from './links-http.module.js';
export { LinksWorkerModule } from './links-worker.module.js';
