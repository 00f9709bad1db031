import { applyLeadsRealtime } from './apply-realtime';

applyLeadsRealtime();

export { LeadScreen, LeadsScreen } from './screen';
