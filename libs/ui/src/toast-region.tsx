import { Toast as Base } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { buttonClass } from './button-class';
import { attachToasts, type ToastTone } from './toast';
import { useUiLabels } from './ui-labels-context';

const icons: Record<ToastTone, ReactNode> = {
  info: <Info aria-hidden size={18} className="text-info" />,
  success: <CircleCheck aria-hidden size={18} className="text-success" />,
  danger: <CircleAlert aria-hidden size={18} className="text-danger" />,
};

function ToastList() {
  const labels = useUiLabels();
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className={
        'rise-in pointer-events-auto rounded-md border border-line bg-surface text-ink shadow-pop transition-opacity duration-160 ' +
        'data-ending-style:opacity-0 data-limited:hidden'
      }
    >
      <Base.Content className="flex items-center gap-3 p-3">
        <span className="mt-px self-start">{icons[(toast.type ?? 'info') as ToastTone]}</span>
        <div className="min-w-0 flex-1">
          <Base.Title className="font-medium" />
          <Base.Description className="text-label text-ink-2" />
        </div>
        {toast.actionProps ? <Base.Action className={buttonClass({ size: 'sm' })} /> : null}
        <Base.Close
          aria-label={labels.close}
          className="flex size-7 items-center justify-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden size={16} />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}

function Shower() {
  const { add, close } = Base.useToastManager();
  useEffect(
    () =>
      attachToasts({
        close,
        show: (id, { title, description, tone = 'info', action, lasts = 6000 }) => {
          add({
            id,
            title,
            description,
            type: tone,
            timeout: lasts,
            priority: tone === 'danger' ? 'high' : 'low',
            actionProps: action && {
              children: action.label,
              onClick: () => {
                action.onPress();
                close(id);
              },
            },
          });
        },
      }),
    [add, close],
  );
  return null;
}

/** Where toasts appear: bottom centre on a phone (above its bar), bottom right elsewhere. */
export default function ToastRegion() {
  const labels = useUiLabels();
  return (
    <Base.Provider limit={3}>
      <Shower />
      <Base.Portal>
        <Base.Viewport
          aria-label={labels.notifications}
          className="pointer-events-none fixed inset-x-4 bottom-20 z-60 flex flex-col-reverse gap-2 md:inset-x-auto md:right-6 md:bottom-6 md:w-90"
        >
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}
