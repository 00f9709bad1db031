import { Tooltip, cx } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import { useConnection, type Connection } from '../connection-store';

const tones: Record<Connection, string> = {
  connecting: 'border-2 border-line-strong',
  online: 'bg-success',
  reconnecting: 'border-2 border-warning',
  offline: 'border-2 border-danger',
};

/** A filled dot while the line is up, a ring while it is not; always with its words. */
export function ConnectionDot() {
  const { t } = useTranslation('shell');
  const connection = useConnection((state) => state.connection);
  const words = t(`connection.${connection}`);
  return (
    <Tooltip label={words} side="right">
      <span tabIndex={0} role="img" aria-label={words} className="flex size-6 items-center justify-center rounded-full">
        <span className={cx('size-2.5 rounded-full', tones[connection])} />
      </span>
    </Tooltip>
  );
}
