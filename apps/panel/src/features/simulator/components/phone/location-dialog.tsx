import { Button, Dialog, Select, TextField } from '@hilo/ui';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deed } from '../../api/phone-deeds';

const PLACES = [
  { value: 'quito', name: 'Parque La Carolina, Quito', latitude: -0.1807, longitude: -78.4844 },
  { value: 'guayaquil', name: 'Malecón 2000, Guayaquil', latitude: -2.1925, longitude: -79.8805 },
  { value: 'bogota', name: 'Plaza de Bolívar, Bogotá', latitude: 4.5981, longitude: -74.0758 },
  { value: 'saopaulo', name: 'Avenida Paulista, São Paulo', latitude: -23.5614, longitude: -46.6559 },
] as const;

type Place = (typeof PLACES)[number]['value'];

/** A place to share: a known one, or any coordinates. */
export function LocationDialog({
  open,
  onOpenChange,
  onSend,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSend: (deed: Deed) => void;
}) {
  const { t } = useTranslation('simulator');
  const form = useId();
  const [place, setPlace] = useState<Place>('quito');
  const [latitude, setLatitude] = useState<string>(String(PLACES[0].latitude));
  const [longitude, setLongitude] = useState<string>(String(PLACES[0].longitude));
  const within = (text: string, limit: number) => text.trim() !== '' && Math.abs(Number(text)) <= limit;
  const wrong = { latitude: !within(latitude, 90), longitude: !within(longitude, 180) };

  const choose = (value: Place) => {
    const chosen = PLACES.find((one) => one.value === value);
    setPlace(value);
    if (!chosen) return;
    setLatitude(String(chosen.latitude));
    setLongitude(String(chosen.longitude));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form inside the composer's React tree: its submit must not send the text as well.
    event.stopPropagation();
    if (wrong.latitude || wrong.longitude) return;
    const chosen = PLACES.find((one) => one.value === place);
    const moved = chosen && (Number(latitude) !== chosen.latitude || Number(longitude) !== chosen.longitude);
    onSend({
      type: 'location',
      latitude: Number(latitude),
      longitude: Number(longitude),
      ...(chosen && !moved && { name: chosen.name }),
    });
    onOpenChange(false);
  };

  return (
    <Dialog
      size="sm"
      title={t('location.title')}
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary">
            {t('location.send')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Select
          label={t('location.place')}
          value={place}
          onValueChange={choose}
          options={PLACES.map(({ value, name }) => ({ value, label: name }))}
        />
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label={t('location.latitude')}
            inputMode="decimal"
            value={latitude}
            error={wrong.latitude ? t('location.wrong', { limit: 90 }) : null}
            onChange={(event) => setLatitude(event.target.value)}
          />
          <TextField
            label={t('location.longitude')}
            inputMode="decimal"
            value={longitude}
            error={wrong.longitude ? t('location.wrong', { limit: 180 }) : null}
            onChange={(event) => setLongitude(event.target.value)}
          />
        </div>
      </form>
    </Dialog>
  );
}
