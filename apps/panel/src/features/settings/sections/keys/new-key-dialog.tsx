import { Button, Checkbox, Dialog, Select, TextField } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask';
import type { Permission } from '../../../../app/permission';
import { useMe } from '../../../../app/session';
import { settingsKeys } from '../../api/keys';
import { FormProblem } from '../../components/form-problem';
import { SecretOnce } from '../../components/secret-once';
import { useDraft } from '../../hooks/use-draft';
import { useGuardedClose } from '../../hooks/use-guarded-close';
import { isRefused } from '../../../../app/refused-fields';
import { LIFETIMES, deedOf, expiryOf, scopeGroups, type Lifetime } from '../../model/scopes';

/** Makes a key; then shows it, this once. Closing forgets it: nothing of the page keeps it. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const form = useId();
  const { permissions } = useMe();
  const [tried, setTried] = useState(false);
  const { value, set, dirty } = useDraft<{ name: string; scopes: Permission[]; lifetime: Lifetime }>({
    name: '',
    scopes: [],
    lifetime: '90',
  });
  const make = useMutation({
    gcTime: 0,
    mutationFn: () => {
      const expiresAt = expiryOf(value.lifetime, Date.now());
      return ask('POST', '/api-keys', {
        body: { name: value.name.trim(), scopes: value.scopes, ...(expiresAt && { expiresAt }) },
      });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: settingsKeys.apiKeys }),
  });
  const secret = make.data?.key;
  const { close, confirm } = useGuardedClose(dirty && secret === undefined, t('keys.add'), onClose);
  const nameless = !/[\p{L}\p{N}]/u.test(value.name);
  const empty = value.scopes.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nameless && !empty) make.mutate();
  };
  return (
    <Dialog
      open
      size={secret === undefined ? 'lg' : 'md'}
      title={t(secret === undefined ? 'keys.add' : 'keys.made')}
      description={secret === undefined ? t('keys.addHelp') : t('keys.madeHelp')}
      required={secret !== undefined}
      onOpenChange={(open) => {
        if (!open) close();
      }}
      footer={
        secret === undefined ? (
          <>
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="submit" form={form} variant="primary" busy={make.isPending}>
              {t('keys.make')}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={onClose}>
            {t('keys.keptIt')}
          </Button>
        )
      }
    >
      {secret === undefined ? (
        <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-5">
          <FormProblem error={make.error} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label={t('keys.name')}
              placeholder={t('keys.nameExample')}
              maxLength={80}
              value={value.name}
              error={(tried && nameless) || isRefused(make.error, '/name') ? t('keys.wrongName') : null}
              onChange={(event) => set({ name: event.target.value })}
            />
            <Select
              label={t('keys.expires')}
              value={value.lifetime}
              onValueChange={(lifetime) => set({ lifetime })}
              options={LIFETIMES.map((one) => ({ value: one, label: t(`keys.lifetimes.${one}`) }))}
            />
          </div>
          <fieldset aria-describedby={`${form}-scopes`}>
            <legend className="mb-1 text-label font-medium text-ink-2">{t('keys.scopes')}</legend>
            <p
              id={`${form}-scopes`}
              className={`mb-2 text-label ${(tried && empty) || isRefused(make.error, '/scopes') ? 'text-danger' : 'text-ink-3'}`}
            >
              {t(tried && empty ? 'keys.wrongScopes' : 'keys.scopesHelp')}
            </p>
            <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
              {scopeGroups(permissions).map(({ area, scopes }) => (
                <div key={area} role="group" aria-labelledby={`${form}-${area}`} className="flex flex-col gap-1">
                  <p id={`${form}-${area}`} className="text-label font-medium">
                    {t(`areas.${area as 'leads'}`, { defaultValue: area })}
                  </p>
                  <div className="flex flex-wrap gap-x-4 gap-y-1">
                    {scopes.map((scope) => (
                      <Checkbox
                        key={scope}
                        label={t(`deeds.${deedOf(scope) as 'read'}`, { defaultValue: deedOf(scope) })}
                        checked={value.scopes.includes(scope)}
                        onCheckedChange={(on) =>
                          set({ scopes: on ? [...value.scopes, scope] : value.scopes.filter((one) => one !== scope) })
                        }
                      />
                    ))}
                  </div>
                </div>
              ))}
            </div>
          </fieldset>
        </form>
      ) : (
        <SecretOnce label={t('keys.secret')} secret={secret} />
      )}
      {confirm}
    </Dialog>
  );
}
