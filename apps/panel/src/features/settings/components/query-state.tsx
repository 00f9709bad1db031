import { useTranslation } from 'react-i18next';
import { QueryState as AnyQueryState, type QueryStateProps } from '../../../app/query-state';

/** What stands in for a part of the settings that is on its way or did not come. */
export function QueryState<D>(props: Omit<QueryStateProps<D>, 'failed'>) {
  const { t } = useTranslation('settings');
  return <AnyQueryState rows={4} {...props} failed={t('failed')} />;
}
