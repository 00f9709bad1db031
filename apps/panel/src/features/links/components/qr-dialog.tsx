import { Button, Dialog, Segmented, showToast } from '@hilo/ui';
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrackedLink } from '../model/link';
import { QR_SIZES, qrModules, qrPath, qrPng, qrSvg, type QrSize } from '../model/qr-code';

function save(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = fileName;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** The code of a link's short address, to look at and to take away. */
export function QrDialog({ link, onClose }: { link: TrackedLink; onClose: () => void }) {
  const { t } = useTranslation('links');
  const [size, setSize] = useState<`${QrSize}`>('1024');
  const { side, path } = useMemo(() => {
    const modules = qrModules(link.shortUrl);
    return { side: modules.length, path: qrPath(modules) };
  }, [link.shortUrl]);
  const fileName = `qr-${link.slug}`;
  const png = () =>
    qrPng(link.shortUrl, Number(size)).then(
      (blob) => save(blob, `${fileName}-${size}.png`),
      () => showToast({ tone: 'danger', title: t('qr.failed') }),
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="sm"
      title={t('qr.title')}
      description={t('qr.help')}
      footer={
        <>
          <Button
            icon={<Download aria-hidden size={16} />}
            onClick={() =>
              save(new Blob([qrSvg(link.shortUrl, Number(size))], { type: 'image/svg+xml' }), `${fileName}.svg`)
            }
          >
            {t('qr.svg')}
          </Button>
          <Button variant="primary" icon={<Download aria-hidden size={16} />} onClick={() => void png()}>
            {t('qr.png')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col items-center gap-4">
        <svg
          role="img"
          aria-label={t('qr.alt', { url: link.shortUrl })}
          viewBox={`0 0 ${side} ${side}`}
          shapeRendering="crispEdges"
          className="w-full max-w-64 rounded-md border border-line"
        >
          <rect width={side} height={side} fill="white" />
          <path d={path} fill="black" />
        </svg>
        <p className="font-mono text-label break-all text-ink-2">{link.shortUrl}</p>
        <Segmented
          label={t('qr.size')}
          value={size}
          onValueChange={setSize}
          options={QR_SIZES.map((pixels) => ({ value: `${pixels}` as const, label: t('qr.pixels', { size: pixels }) }))}
        />
      </div>
    </Dialog>
  );
}
