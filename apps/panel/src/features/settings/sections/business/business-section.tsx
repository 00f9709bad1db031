import { useQuery } from '@tanstack/react-query';
import { businessQuery } from '../../../../app/business';
import { QueryState } from '../../components/query-state';
import { BusinessForm } from './business-form';

/** The business as every screen and ISAC know it. */
export function BusinessSection() {
  const query = useQuery(businessQuery);
  return <QueryState query={query}>{(data) => <BusinessForm settings={data} />}</QueryState>;
}
