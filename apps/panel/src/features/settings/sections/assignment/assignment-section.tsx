import type { Schemas } from '@hilo/api-client';
import { Select, showToast } from '@hilo/ui';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask';
import { problemText } from '../../../../i18n/problem-text';
import { settingsKeys } from '../../api/keys';
import { Part } from '../../components/part';
import { QueryState } from '../../components/query-state';

type Rule = Schemas['AssignmentRuleView'];
type Mode = Rule['mode'];
const MODES = ['manual', 'round_robin', 'least_busy'] as const satisfies readonly Mode[];

const ruleQuery = queryOptions({
  queryKey: settingsKeys.assignment,
  queryFn: ({ signal }) => ask('GET', '/leads/assignment-rule', { signal }),
});

/** Who gets new leads. The choice is kept at once; one that is refused goes back to what holds. */
export function AssignmentSection() {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const rule = useQuery(ruleQuery);
  const keep = useMutation({
    mutationFn: (mode: Mode) => ask('PUT', '/leads/assignment-rule', { body: { mode } }),
    onSuccess: (kept) => {
      client.setQueryData(ruleQuery.queryKey, kept);
      showToast({ tone: 'success', title: t('saved') });
    },
    onError: (error) => showToast({ tone: 'danger', title: t('assignment.notKept'), description: problemText(error) }),
  });
  return (
    <QueryState query={rule}>
      {({ mode }) => {
        const shown = keep.isPending ? keep.variables : mode;
        return (
          <Part title={t('assignment.title')} help={t('assignment.help')}>
            <Select
              className="max-w-80"
              label={t('assignment.mode')}
              help={t(`assignment.helps.${shown}`)}
              value={shown}
              onValueChange={(next) => {
                if (next !== mode) keep.mutate(next);
              }}
              options={MODES.map((value) => ({ value, label: t(`assignment.modes.${value}`) }))}
            />
          </Part>
        );
      }}
    </QueryState>
  );
}
