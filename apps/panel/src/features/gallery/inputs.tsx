import {
  Checkbox,
  Combobox,
  MultiCombobox,
  Segmented,
  Select,
  Switch,
  Tabs,
  TextArea,
  TextField,
  type ComboboxOption,
} from '@hilo/ui';
import { List, Search, SquareKanban } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Row, Section } from './section';

const PRODUCTS: ComboboxOption[] = [
  { value: 'i15', label: 'iPhone 15 Pro 256 GB', description: 'APL-IP15P-256 · 3 en stock' },
  { value: 'sofa', label: 'Sofá 3 puestos', description: 'HOG-SOF-3 · 1 en stock' },
  { value: 'villa', label: 'Villa Marina, dpto. 4B', description: 'INM-VM-4B' },
];

const STATES = [
  { value: 'open', label: 'Abierta' },
  { value: 'follow_up', label: 'En seguimiento' },
  { value: 'closed', label: 'Cerrada' },
] as const;

export function InputsSection() {
  const { t } = useTranslation('gallery');
  const [product, setProduct] = useState<ComboboxOption | null>(PRODUCTS[0] ?? null);
  const [tags, setTags] = useState<ComboboxOption[]>(PRODUCTS.slice(0, 2));
  const [state, setState] = useState<'open' | 'follow_up' | 'closed' | null>(null);
  return (
    <Section title={t('sections.inputs')}>
      <form className="grid gap-4 sm:grid-cols-2">
        <TextField label="Nombre" placeholder="María González" help="Como lo verá el cliente." />
        <TextField label="Correo" type="email" defaultValue="maria@" error="Falta lo que va después de la @." />
        <TextField label="Contraseña" type="password" defaultValue="una-frase-larga" />
        <TextField
          label="Buscar"
          hideLabel
          placeholder="Buscar nombre, teléfono o texto…"
          leading={<Search aria-hidden size={16} />}
        />
        <TextField label="Código" defaultValue="K7Q2" disabled optional />
        <Select label="Estado" placeholder="Elegir" options={STATES} value={state} onValueChange={setState} />
        <Combobox label="Producto" options={PRODUCTS} value={product} onValueChange={setProduct} />
        <MultiCombobox
          label="Productos del enlace"
          options={PRODUCTS}
          value={tags}
          onValueChange={setTags}
          placeholder="Agregar"
        />
        <TextArea label="Mensaje" placeholder="Hola, vi el anuncio de…" className="sm:col-span-2" />
      </form>
    </Section>
  );
}

export function ChoicesSection() {
  const { t } = useTranslation('gallery');
  const [view, setView] = useState<'list' | 'board'>('list');
  const [box, setBox] = useState<'mine' | 'unassigned' | 'all'>('mine');
  const [tab, setTab] = useState<'chats' | 'leads'>('chats');
  const [on, setOn] = useState(true);
  const [checked, setChecked] = useState(true);
  return (
    <Section title={t('sections.choices')}>
      <Row>
        <Segmented
          label="Vista"
          value={view}
          onValueChange={setView}
          options={[
            { value: 'list', label: 'Lista', hideLabel: true, icon: <List aria-hidden size={16} /> },
            { value: 'board', label: 'Tablero', hideLabel: true, icon: <SquareKanban aria-hidden size={16} /> },
          ]}
        />
        <Segmented
          look="pills"
          label="Bandeja"
          value={box}
          onValueChange={setBox}
          options={[
            { value: 'mine', label: 'Míos', count: 12 },
            { value: 'unassigned', label: 'Sin asignar', count: 5 },
            { value: 'all', label: 'Todos' },
          ]}
        />
      </Row>
      <Tabs
        label="Ficha"
        value={tab}
        onValueChange={setTab}
        items={[
          {
            value: 'chats',
            label: 'Conversaciones',
            count: 3,
            panel: <p className="text-ink-2">Tres conversaciones.</p>,
          },
          { value: 'leads', label: 'Leads', panel: <p className="text-ink-2">Ningún lead.</p> },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Switch label="Sonido" help="Suena cuando llega un mensaje." checked={on} onCheckedChange={setOn} />
        <Switch label="Apagado" checked={false} disabled onCheckedChange={setOn} />
      </div>
      <Row>
        <Checkbox label="Confirmar retiro" checked={checked} onCheckedChange={setChecked} />
        <Checkbox label="Algunas" checked={false} indeterminate onCheckedChange={setChecked} />
        <Checkbox label="Fija" checked disabled onCheckedChange={setChecked} />
      </Row>
    </Section>
  );
}
