import { afterEach, describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { LATE, openSettings, refusal, type Answers } from './testing/open-settings';

let panel: Awaited<ReturnType<typeof openSettings>>;
afterEach(() => panel.close());

const SETTINGS = {
  business: {
    name: 'Tienda Andina',
    timeZone: 'America/Guayaquil',
    currency: 'USD',
    country: 'EC',
    voice: 'es-neutral',
    sandbox: true,
    demo: true,
  },
  stores: [{ id: 's1', name: 'Centro', city: 'Quito', address: 'Av. 1', hours: '9 a 18', pickup: true }],
  hours: [
    { weekday: 1, opens: '09:00', closes: '13:00' },
    { weekday: 1, opens: '14:00', closes: '18:00' },
    { weekday: 6, opens: '10:00', closes: '13:00' },
  ],
  holidays: [{ date: '--12-25', name: 'Navidad' }],
  version: 4,
};
const open = async (answers: Answers = {}) => {
  panel = await openSettings('negocio', {
    'GET /settings': { body: SETTINGS },
    'PATCH /settings': { body: { ...SETTINGS, version: 5 } },
    ...answers,
  });
  await screen.findByLabelText('País', {}, LATE);
  return panel;
};
const save = () => panel.user.click(screen.getByRole('button', { name: 'Guardar' }));
const patched = () => panel.sent('PATCH', '/settings');
const labelled = (label: string) => screen.getAllByLabelText<HTMLInputElement>(label);

describe('the business', () => {
  it('offers to save only what was changed, and can be put back', async () => {
    const { user, fill } = await open();
    expect(screen.queryByRole('button', { name: 'Guardar' })).toBeNull();
    await fill('País', 'co');
    expect(labelled('País')[0]?.value).toBe('CO');
    await user.click(screen.getByRole('button', { name: 'Descartar' }));
    expect(labelled('País')[0]?.value).toBe('EC');
    expect(screen.queryByText('Hay cambios sin guardar')).toBeNull();
  });

  it('finds a zone by typing and sends its name', async () => {
    const { user } = await open();
    const zone = screen.getByRole('combobox', { name: 'Zona horaria' });
    await user.clear(zone);
    await user.type(zone, 'bogot');
    await user.click(await screen.findByRole('option', { name: 'America/Bogota' }, LATE));
    await save();
    await waitFor(() => expect(patched()).toEqual([{ business: { timeZone: 'America/Bogota' } }]), LATE);
  });

  it('is saved against the version it was read at, and then against the new one', async () => {
    const { fill, request } = await open();
    await fill('País', 'CO');
    await save();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Guardar' })).toBeNull(), LATE);
    expect(request('PATCH', '/settings')?.headers.get('if-match')).toBe('"4"');
    await fill('País', 'PE');
    await save();
    await waitFor(() => expect(request('PATCH', '/settings')?.headers.get('if-match')).toBe('"5"'), LATE);
  });

  it('says everything that is wrong at once and sends nothing', async () => {
    const { user, fill } = await open();
    const [name] = labelled('Nombre');
    await user.clear(name as HTMLElement);
    await fill('País', 'E');
    await user.click(screen.getByRole('button', { name: 'Agregar feriado' }));
    await user.click(screen.getByRole('button', { name: 'Agregar local' }));
    await save();
    for (const words of ['Dos letras, por ejemplo EC.', 'Cada feriado necesita fecha y nombre.'])
      expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getAllByText('Falta el nombre.')).toHaveLength(2);
    expect(patched()).toEqual([]);
  });

  it('says why it did not come', async () => {
    panel = await openSettings('negocio', { 'GET /settings': refusal(403, 'forbidden') });
    expect(await screen.findByText('No se pudo traer esta parte', {}, LATE)).toBeTruthy();
  });

  it('keeps the accessibility rules with everything in it', async () => {
    await open();
    expect(await violations(screen.getByRole('main'))).toEqual([]);
  });
});

describe('the hours', () => {
  it('say each day by its name, with its stretches, and which are shut', async () => {
    await open();
    expect(labelled('lunes: abre').map((one) => one.value)).toEqual(['09:00', '14:00']);
    expect(labelled('sábado: cierra').map((one) => one.value)).toEqual(['13:00']);
    expect(screen.getAllByText('Cerrado')).toHaveLength(5);
  });

  it('mark a stretch that crosses another, and are not sent so', async () => {
    await open();
    fireEvent.change(labelled('lunes: cierra')[0] as HTMLElement, { target: { value: '15:00' } });
    expect(screen.getByText(/se cruza con otro tramo/)).toBeTruthy();
    await save();
    expect(patched()).toEqual([]);
  });

  it('take midnight for the end of the day', async () => {
    await open();
    fireEvent.change(labelled('sábado: cierra')[0] as HTMLElement, { target: { value: '00:00' } });
    await save();
    await waitFor(() => expect(patched()).toHaveLength(1), LATE);
    const [{ hours }] = patched() as [{ hours: { weekday: number; closes: string }[] }];
    expect(hours.find(({ weekday }) => weekday === 6)?.closes).toBe('24:00');
  });

  it('copy Monday to the working week and leave the weekend alone', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Copiar el lunes a toda la semana laboral' }));
    expect(labelled('viernes: abre').map((one) => one.value)).toEqual(['09:00', '14:00']);
    expect(labelled('sábado: abre').map((one) => one.value)).toEqual(['10:00']);
    expect(screen.queryByLabelText('domingo: abre')).toBeNull();
  });

  it('lose and gain stretches, the new one after the last', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Agregar un tramo el lunes' }));
    expect(labelled('lunes: abre')[2]?.value).toBe('18:00');
    await user.click(screen.getAllByRole('button', { name: 'Quitar el tramo del lunes' })[0] as HTMLElement);
    expect(labelled('lunes: abre').map((one) => one.value)).toEqual(['14:00', '18:00']);
  });
});

describe('holidays and stores', () => {
  it('are every year or once, and go by their name', async () => {
    const { user } = await open();
    const yearly = screen.getByRole('checkbox', { name: 'Cada año' });
    expect(yearly.getAttribute('aria-checked')).toBe('true');
    await user.click(yearly);
    await save();
    await waitFor(() => expect(patched()).toHaveLength(1), LATE);
    const [{ holidays }] = patched() as [{ holidays: { date: string }[] }];
    expect(holidays[0]?.date).toMatch(/^\d{4}-12-25$/);
    await user.click(screen.getByRole('button', { name: 'Quitar Navidad' }));
    expect(screen.getByText('Sin feriados cargados.')).toBeTruthy();
  });

  it('keep their words exactly, since ISAC says them', async () => {
    const { user, fill } = await open();
    const store = screen.getByRole('group', { name: 'Centro' });
    await fill('Horario en palabras', 'lunes a viernes, 9 a 6', store);
    await user.click(within(store).getByRole('switch', { name: 'Se puede retirar aquí' }));
    await save();
    await waitFor(
      () =>
        expect(patched()).toEqual([
          { stores: [{ ...SETTINGS.stores[0], hours: 'lunes a viernes, 9 a 6', pickup: false }] },
        ]),
      LATE,
    );
  });

  it('refused by the server are marked where they stand', async () => {
    const { user } = await open({
      'PATCH /settings': refusal(400, 'validation_failed', ['/hours/0/closes', '/holidays']),
    });
    await user.click(screen.getByRole('button', { name: 'Quitar Centro' }));
    await save();
    expect(await screen.findByText('El servidor no aceptó el horario: revisar los tramos.', {}, LATE)).toBeTruthy();
    expect(screen.getByText('Cada feriado necesita fecha y nombre.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Descartar' }));
  });
});
