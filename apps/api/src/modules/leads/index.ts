export { LeadsModule } from './leads.module.js';
export { LeadsHttpModule } from './leads-http.module.js';
export { LeadsWorkerModule } from './leads-worker.module.js';
export { Leads } from './leads.facade.js';
export { LeadItemView, LeadView, MoneyView } from './http/lead-view.js';
export { leadChanged, leadCreated } from './leads.events.js';
export { LEAD_STATES, type LeadState } from './domain/lead-status.js';
export { QUALITIES, URGENCIES, type Quality, type Urgency } from './domain/lead-quality.js';
export type { Enrichment, LeadSummary } from './leads.types.js';
