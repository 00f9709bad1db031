export { BusinessModule } from './business.module.js';
export { BusinessHttpModule } from './business-http.module.js';
export type { BusinessProfile, Store, Voice } from './domain/business-profile.js';
export { isOpen, nextOpening, type Holiday, type OpeningHours, type OpeningSpan } from './domain/opening-hours.js';
export { instantOf, localMinute, type LocalMinute } from './domain/zoned-time.js';
export { Business, type BusinessChange } from './services/business.js';
