import { Button, ConfirmDialog, IconButton, Menu, MenuItem, MenuSeparator } from '@hilo/ui';
import { Archive, Copy, Ellipsis, Pause, Play, QrCode } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/session';
import { useLinkChanges } from '../api/use-link-changes';
import { useCopyLink } from '../hooks/use-copy-link';
import type { TrackedLink } from '../model/link';
import { QrDialog } from './qr-dialog';

/** What can be done with a link: copy, its QR code and, for who may, pausing and archiving. */
export function LinkActions({ link, onArchived }: { link: TrackedLink; onArchived?: () => void }) {
  const { t } = useTranslation('links');
  const mayWrite = useCan('links:write');
  const copy = useCopyLink();
  const { activate, archive } = useLinkChanges();
  const [open, setOpen] = useState<'qr' | 'archive' | null>(null);
  const { name } = link;
  return (
    <span className="relative z-1 inline-flex items-center gap-1">
      <Button
        size="sm"
        icon={<Copy aria-hidden size={14} />}
        aria-label={t('copyNamed', { name })}
        onClick={() => void copy(link.shortUrl)}
      >
        {t('copy')}
      </Button>
      <Button
        size="sm"
        icon={<QrCode aria-hidden size={14} />}
        aria-label={t('qr.actionNamed', { name })}
        onClick={() => setOpen('qr')}
      >
        {t('qr.action')}
      </Button>
      {mayWrite && link.archivedAt === null ? (
        <Menu trigger={<IconButton size="sm" label={t('more', { name })} icon={<Ellipsis size={16} />} />}>
          <MenuItem
            icon={link.active ? <Pause size={16} /> : <Play size={16} />}
            onSelect={() => activate.mutate({ link, active: !link.active })}
          >
            {t(link.active ? 'pause' : 'activate')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem danger icon={<Archive size={16} />} onSelect={() => setOpen('archive')}>
            {t('archive')}
          </MenuItem>
        </Menu>
      ) : null}
      {open === 'qr' ? <QrDialog link={link} onClose={() => setOpen(null)} /> : null}
      <ConfirmDialog
        open={open === 'archive'}
        onOpenChange={(shown) => setOpen(shown ? 'archive' : null)}
        title={t('archiveTitle', { name })}
        description={t('archiveHelp')}
        confirmLabel={t('archive')}
        cancelLabel={t('cancel')}
        danger
        onConfirm={() => archive.mutate(link, { onSuccess: onArchived })}
      />
    </span>
  );
}
