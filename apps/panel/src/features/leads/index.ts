export { LeadScreen, LeadsScreen } from './screen';
