import {
  Avatar,
  Badge,
  BusyBar,
  Chip,
  CountBadge,
  Empty,
  ErrorCard,
  PhonePreview,
  Progress,
  SkeletonRows,
  Spinner,
  Stepper,
  Tick,
  buttonClass,
  type TickStatus,
} from '@hilo/ui';
import { Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Row, Section } from './section';

const TICKS: readonly TickStatus[] = ['pending', 'queued', 'sent', 'delivered', 'read', 'unknown', 'failed'];
const PEOPLE = ['María González', 'Carlos Pérez', 'Ana López', 'Luis Torres', 'Sofía Ramírez', '+593 96 819 6046'];

export function MarksSection() {
  const { t } = useTranslation('gallery');
  return (
    <Section title={t('sections.marks')}>
      <Row>
        {PEOPLE.map((name) => (
          <Avatar key={name} name={name} seed={name} />
        ))}
        <Avatar name="Ana López" seed="1" size="lg" channel="whatsapp" />
        <Avatar name="Diego Fernández" seed="2" size="md" channel="instagram" />
        <Avatar name="Prueba" seed="3" size="md" channel="sandbox" />
        <Avatar name="Paula Ríos" seed="4" size="sm" presence={{ available: true, label: 'Disponible' }} />
        <Avatar name="Pedro Ruiz" seed="5" size="sm" presence={{ available: false, label: 'Ausente' }} />
      </Row>
      <Row>
        <Badge>Borrador</Badge>
        <Badge tone="accent">Nuevo</Badge>
        <Badge tone="success">Mayorista</Badge>
        <Badge tone="warning">Vence en 3 días</Badge>
        <Badge tone="danger">Falló</Badge>
        <Badge tone="info">Programada</Badge>
        <CountBadge count={2} label="2 sin leer" />
        <CountBadge count={128} label="128 sin leer" />
        <Chip>iPhone</Chip>
        <Chip onRemove={() => undefined}>Instagram</Chip>
      </Row>
      <Row>
        {TICKS.map((status) => (
          <Tick key={status} status={status} size={16} />
        ))}
        <Spinner />
      </Row>
      <Stepper steps={['Audiencia', 'Mensaje', 'Envío', 'Revisión']} current={1} />
      <Progress label="Campaña de noviembre" value={402} max={1222} valueText="402 / 1 222" />
    </Section>
  );
}

export function FeedbackSection() {
  const { t } = useTranslation('gallery');
  return (
    <Section title={t('sections.feedback')}>
      <BusyBar busy />
      <div className="overflow-hidden rounded-md border border-line">
        <SkeletonRows rows={2} label="Cargando conversaciones" />
      </div>
      <Empty
        icon={<Link2 aria-hidden size={22} />}
        title="Aún no hay enlaces"
        description="Un enlace dice de qué red llegó cada persona."
        action={<span className={buttonClass({ variant: 'primary' })}>Crear enlace</span>}
      />
      <ErrorCard
        title="No se pudo traer la lista"
        cause="El servidor no responde. Revisa la conexión."
        detail="unavailable · 503"
        onRetry={() => undefined}
      />
      <PhonePreview
        businessName="Tienda Andina"
        header="Renovación"
        body={'Hola María, tu plan vence el 30 de noviembre.\n¿Te guardamos el precio de hoy?'}
        footer="Responde BAJA para no recibir más"
        time="9:47"
        buttons={[
          { title: 'Sí, por favor', kind: 'reply' },
          { title: 'Ver precios', kind: 'url' },
        ]}
      />
    </Section>
  );
}
