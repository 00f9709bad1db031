import { Badge, DataTable, Empty, LoadMore, rowLinkClass, type DataColumn, type DataSort } from '@hilo/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from './section';

interface LinkRow {
  id: string;
  name: string;
  network: string;
  clicks: number;
  chats: number;
  active: boolean;
}

const ROWS: readonly LinkRow[] = [
  { id: '1', name: 'Villa Marina · Ads nov', network: 'Facebook', clicks: 412, chats: 118, active: true },
  { id: '2', name: 'Villa Marina · Bio', network: 'Instagram', clicks: 278, chats: 96, active: true },
  { id: '3', name: 'iPhone 15 Pro · Vitrina', network: 'Google', clicks: 122, chats: 26, active: false },
];

const COLUMNS: readonly DataColumn<LinkRow>[] = [
  { id: 'name', header: 'Enlace', cell: (row) => row.name, card: 'title' },
  { id: 'network', header: 'Red', cell: (row) => row.network, card: 'field' },
  { id: 'clicks', header: 'Clics', cell: (row) => row.clicks, align: 'end', sortable: true, card: 'field' },
  { id: 'chats', header: 'Chats', cell: (row) => row.chats, align: 'end', sortable: true, card: 'field' },
  {
    id: 'active',
    header: 'Estado',
    cell: (row) => <Badge tone={row.active ? 'success' : 'neutral'}>{row.active ? 'Activo' : 'Archivado'}</Badge>,
    card: 'none',
  },
];

export function DataSection() {
  const { t } = useTranslation('gallery');
  const [sort, setSort] = useState<DataSort | null>({ column: 'clicks', direction: 'descending' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['2']));
  return (
    <Section title={t('sections.data')}>
      <DataTable
        caption="Enlaces"
        columns={COLUMNS}
        rows={ROWS}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowLink={(row, content) => (
          <a href={`#${row.id}`} className={rowLinkClass}>
            {content}
          </a>
        )}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={setSelected}
        empty={<Empty title="Sin enlaces" />}
        footer={<LoadMore failed onLoad={() => undefined} />}
      />
    </Section>
  );
}

const SWATCHES = [
  'bg-bg',
  'bg-surface',
  'bg-sunken',
  'bg-thread',
  'bg-accent',
  'bg-accent-soft',
  'bg-b-in',
  'bg-b-out',
  'bg-b-bot',
  'bg-b-note',
  'bg-b-auto',
] as const;
const CHARTS = ['bg-chart-1', 'bg-chart-2', 'bg-chart-3', 'bg-chart-4', 'bg-chart-5'] as const;

export function TypeSection() {
  const { t } = useTranslation('gallery');
  return (
    <Section title={t('sections.type')}>
      <p className="font-display text-figure font-semibold">$ 1.425.000</p>
      <p className="font-display text-page font-semibold">Bandeja de entrada</p>
      <p className="font-display text-section font-semibold">Cotizaciones activas</p>
      <p className="text-chat">Quiero el 256 en azul. ¿Puedo retirar mañana?</p>
      <p>Texto de interfaz · 0123456789</p>
      <p className="text-label text-ink-2">Etiqueta secundaria</p>
      <p className="text-meta text-ink-3">Meta 09:47</p>
      <ul aria-label="Colores" className="flex flex-wrap gap-2">
        {[...SWATCHES, ...CHARTS].map((swatch) => (
          <li key={swatch} className="flex flex-col items-center gap-1 text-meta text-ink-3">
            <span aria-hidden className={`size-10 rounded-md border border-line ${swatch}`} />
            {swatch.slice(3)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
