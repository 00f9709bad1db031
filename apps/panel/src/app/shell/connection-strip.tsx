import { CloudOff, RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../connection-store';

const BLINK_MS = 2000;

/** Says that the line is down, once it is more than a blink. Always in the page, so that it is announced. */
export function ConnectionStrip() {
  const { t } = useTranslation('shell');
  const { connection, since } = useConnection();
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (connection !== 'reconnecting') return;
    const timer = setTimeout(() => setLate(true), BLINK_MS);
    return () => clearTimeout(timer);
  }, [connection, since]);

  const shown = connection === 'offline' || (connection === 'reconnecting' && late);
  const Icon = connection === 'offline' ? CloudOff : RefreshCw;
  return (
    <div role="status" className="shrink-0">
      {shown ? (
        <p className="flex items-center justify-center gap-2 bg-warning-soft px-4 py-1.5 text-label font-medium text-warning">
          <Icon aria-hidden size={14} />
          {connection === 'offline' ? t('connection.offlineStrip') : t('connection.reconnectingStrip')}
        </p>
      ) : null}
    </div>
  );
}
