import { Button, Sheet } from '@hilo/ui';
import { useId, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGuardedClose } from '../hooks/use-guarded-close';
import { FormProblem } from './form-problem';
import { LeaveGuard } from './leave-guard';

export interface EditSheetProps {
  title: string;
  /** What was typed is not what the server has. */
  dirty: boolean;
  /** The server took it: leaving loses nothing. */
  kept: boolean;
  busy: boolean;
  saveLabel: string;
  /** Why the last deed was refused; null when it was not. */
  error: unknown;
  onReload: () => void;
  onSubmit: () => void;
  onClose: () => void;
  /** What else can be done with the thing, at the other end of the foot. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One thing of the settings in a form beside the page: saved, left with a question, or shown as somebody else made it. */
export function EditSheet(props: EditSheetProps) {
  const { title, dirty, kept, busy, saveLabel, error, onReload, onSubmit, onClose, aside, children } = props;
  const { t } = useTranslation('settings');
  const form = useId();
  const { close, confirm } = useGuardedClose(dirty, title, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Sheet
      open
      title={title}
      onOpenChange={(open) => {
        if (!open) close();
      }}
      footer={
        <>
          {aside ? <span className="mr-auto">{aside}</span> : null}
          <Button onClick={close}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={busy}>
            {saveLabel}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-5">
        <FormProblem error={error} onReload={onReload} />
        {children}
      </form>
      {confirm}
      <LeaveGuard dirty={dirty && !kept} what={title} />
    </Sheet>
  );
}
