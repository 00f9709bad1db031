import { createRoute } from '@tanstack/react-router';
import { lazyFeature } from '../app/lazy-feature';
import { Gate } from '../app/shell/gate';
import { useKnownSearch } from '../app/use-known-search';
import { readLeadSearch } from '../features/leads/search';
import { shellRoute } from './shell';

const feature = lazyFeature(() => import('../features/leads'), ['leads']);

function Leads() {
  const { LeadsScreen } = feature.screens();
  return (
    <Gate permission="leads:read">
      <LeadsScreen search={useKnownSearch(readLeadSearch)} />
    </Gate>
  );
}

function Lead() {
  const { LeadScreen } = feature.screens();
  return (
    <Gate permission="leads:read">
      <LeadScreen leadId={leadRoute.useParams().id} />
    </Gate>
  );
}

export const leadsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/leads',
  validateSearch: readLeadSearch,
  staticData: { title: 'leads' },
  loader: feature.load,
  component: Leads,
});

export const leadRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/leads/$id',
  staticData: { title: 'leads' },
  loader: feature.load,
  component: Lead,
});
