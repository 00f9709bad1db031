import {
  Button,
  CommandPalette,
  ConfirmDialog,
  CopyButton,
  Dialog,
  IconButton,
  Kbd,
  Menu,
  MenuItem,
  MenuRadioGroup,
  MenuSeparator,
  Popover,
  Sheet,
  TextField,
  Tooltip,
  showToast,
} from '@hilo/ui';
import { Archive, BellRing, Ellipsis, Pencil, Plus, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Row, Section } from './section';

export function ActionsSection() {
  const { t } = useTranslation('gallery');
  return (
    <Section title={t('sections.actions')}>
      <Row>
        <Button variant="primary" icon={<Send aria-hidden size={16} />}>
          Enviar
        </Button>
        <Button>Convertir en venta</Button>
        <Button variant="ghost">Ver traza</Button>
        <Button variant="danger" icon={<Trash2 aria-hidden size={16} />}>
          Borrar
        </Button>
      </Row>
      <Row>
        <Button size="sm">Chico</Button>
        <Button size="md">Mediano</Button>
        <Button size="lg">Grande</Button>
        <Button variant="primary" busy>
          Guardando
        </Button>
        <Button disabled>Apagado</Button>
        <Button variant="primary" disabledReason="Falta elegir una plantilla">
          Enviar a 1 222
        </Button>
      </Row>
      <Row>
        <IconButton label="Editar" shortcut="e" icon={<Pencil aria-hidden size={18} strokeWidth={1.75} />} />
        <IconButton label="Avisar" pressed icon={<BellRing aria-hidden size={18} strokeWidth={1.75} />} />
        <IconButton label="Agregar" disabled icon={<Plus aria-hidden size={18} strokeWidth={1.75} />} />
        <CopyButton label="Copiar enlace" text="https://wa.me/593990000001" />
        <Tooltip label="Pista al pasar por encima" shortcut="Ctrl+K">
          <button type="button" className="underline decoration-dotted underline-offset-4">
            Con pista
          </button>
        </Tooltip>
        <Kbd keys="Ctrl+K" />
        <Kbd keys="g b" />
      </Row>
    </Section>
  );
}

export function OverlaysSection() {
  const { t } = useTranslation('gallery');
  const [order, setOrder] = useState<'latest' | 'waiting'>('latest');
  const [searching, setSearching] = useState(false);
  return (
    <Section title={t('sections.overlays')}>
      <Row>
        <Menu align="start" trigger={<IconButton label="Más acciones" icon={<Ellipsis aria-hidden size={18} />} />}>
          <MenuItem icon={<Pencil aria-hidden size={16} />} shortcut="e" onSelect={() => undefined}>
            Editar
          </MenuItem>
          <MenuItem icon={<Archive aria-hidden size={16} />} disabled onSelect={() => undefined}>
            Archivar
          </MenuItem>
          <MenuSeparator />
          <MenuRadioGroup
            label="Orden"
            value={order}
            onValueChange={setOrder}
            options={[
              { value: 'latest', label: 'Última actividad' },
              { value: 'waiting', label: 'Esperando hace más' },
            ]}
          />
          <MenuSeparator />
          <MenuItem danger icon={<Trash2 aria-hidden size={16} />} onSelect={() => undefined}>
            Borrar
          </MenuItem>
        </Menu>
        <Dialog
          title="Posponer la conversación"
          description="Vuelve sola a la bandeja ese día."
          trigger={<Button>Diálogo</Button>}
          footer={<Button variant="primary">Posponer</Button>}
        >
          <TextField label="Fecha" type="date" />
        </Dialog>
        <ConfirmDialog
          danger
          title="Archivar el enlace «Bio»"
          description="Las personas que lo tengan seguirán llegando al chat."
          confirmLabel="Archivar"
          cancelLabel="Cancelar"
          trigger={<Button variant="danger">Confirmar</Button>}
          onConfirm={() => undefined}
        />
        <Sheet
          title="Enviar producto"
          trigger={<Button>Hoja</Button>}
          footer={<Button variant="primary">Enviar</Button>}
        >
          <TextField label="Buscar en el catálogo" />
        </Sheet>
        <Popover title="Filtros" align="start" trigger={<Button>Panel flotante</Button>}>
          <div className="p-4">
            <TextField label="Etiqueta" />
          </div>
        </Popover>
        <Button onClick={() => setSearching(true)}>Paleta</Button>
        <CommandPalette
          label="Buscar"
          placeholder="Ir a…"
          open={searching}
          onOpenChange={setSearching}
          onQueryChange={() => undefined}
          groups={[
            {
              value: 'Ir a',
              items: [
                { value: 'inbox', label: 'Bandeja', shortcut: 'g b', run: () => showToast({ title: 'Bandeja' }) },
                { value: 'leads', label: 'Leads', shortcut: 'g l', run: () => showToast({ title: 'Leads' }) },
              ],
            },
          ]}
        />
        <Button
          onClick={() =>
            showToast({ title: 'Conversación asignada', action: { label: 'Deshacer', onPress: () => undefined } })
          }
        >
          Aviso
        </Button>
        <Button onClick={() => showToast({ tone: 'success', title: 'Enlace copiado' })}>Aviso bueno</Button>
        <Button
          onClick={() =>
            showToast({
              tone: 'danger',
              title: 'No se pudo mover el lead',
              description: 'Otra persona lo cambió antes.',
            })
          }
        >
          Aviso malo
        </Button>
      </Row>
    </Section>
  );
}
