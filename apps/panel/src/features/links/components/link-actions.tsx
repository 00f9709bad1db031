import { Button, ConfirmDialog, IconButton, Menu, MenuItem, MenuSeparator } from '@hilo/ui';
import { Archive, ArchiveRestore, Copy, Ellipsis, Pause, Pencil, Play, QrCode } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/session';
import { useLinkChanges } from '../api/use-link-changes';
import { useCopyLink } from '../hooks/use-copy-link';
import type { TrackedLink } from '../model/link';
import { EditLinkSheet } from './form/edit-link-sheet';
import { QrDialog } from './qr-dialog';

/** What can be done with a link: copy, its QR code and, for who may, editing, pausing and archiving; one that is archived can be brought back. */
export function LinkActions({ link, onArchived }: { link: TrackedLink; onArchived?: () => void }) {
  const { t } = useTranslation('links');
  const mayWrite = useCan('links:write');
  const copy = useCopyLink();
  const { activate, archive, restore } = useLinkChanges();
  const [open, setOpen] = useState<'qr' | 'edit' | 'archive' | null>(null);
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
      {link.archivedAt === null ? (
        <Button
          size="sm"
          icon={<QrCode aria-hidden size={14} />}
          aria-label={t('qr.actionNamed', { name })}
          onClick={() => setOpen('qr')}
        >
          {t('qr.action')}
        </Button>
      ) : null}
      {mayWrite && link.archivedAt === null ? (
        <Menu trigger={<IconButton size="sm" label={t('more', { name })} icon={<Ellipsis size={16} />} />}>
          <MenuItem icon={<Pencil size={16} />} onSelect={() => setOpen('edit')}>
            {t('edit.action')}
          </MenuItem>
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
      {mayWrite && link.archivedAt !== null ? (
        <Button
          size="sm"
          icon={<ArchiveRestore aria-hidden size={14} />}
          aria-label={t('restoreNamed', { name })}
          busy={restore.isPending}
          onClick={() => restore.mutate(link)}
        >
          {t('restore')}
        </Button>
      ) : null}
      {open === 'edit' ? <EditLinkSheet link={link} onClose={() => setOpen(null)} /> : null}
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
