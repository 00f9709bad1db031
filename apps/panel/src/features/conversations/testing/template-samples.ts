import type { Template } from '../api/template-queries';
import type { Inbox } from './open-inbox';
import { AT, later, outgoing } from './samples';

/** An approved one without blanks. */
export const template = (id: string, over: Partial<Template> = {}): Template => ({
  id,
  channelId: 'ch1',
  name: `plantilla_${id}`,
  language: 'es',
  category: 'utility',
  status: 'approved',
  quality: 'green',
  rejectedReason: null,
  header: null,
  body: `Cuerpo ${id}`,
  footer: null,
  buttons: [],
  variables: [],
  updatedAt: AT,
  ...over,
});
const variable = (key: string) => ({ key, part: 'body' as const, example: `ej. ${key}` });
/** One in another language, one with blanks, one with a button. */
export const TEMPLATES = [
  template('pt', { language: 'pt_BR' }),
  template('aviso', { body: 'Hola {{nombre}}, {{detalle}}.', variables: [variable('nombre'), variable('detalle')] }),
  template('plain', { buttons: [{ kind: 'url', text: 'Ver', url: 'https://t.ec', phone: null }] }),
  template('cuatro'),
];

/** A server that has these templates and fills them in. */
export const templateServer =
  (own: NonNullable<Inbox['answer']> = () => undefined, templates: Template[] = TEMPLATES): Inbox['answer'] =>
  (request) => {
    const { method, path, body } = request;
    const given = own(request);
    if (given) return given;
    if (path === '/templates') return { body: { data: templates, nextCursor: null } };
    if (path.endsWith('/preview')) {
      const { variables } = body as { variables: Record<string, string> };
      const words = Object.values(variables).join(', ');
      return { body: { header: null, body: words ? `Hola ${words}.` : 'Lista', footer: null, buttons: [] } };
    }
    return method === 'POST' && path.endsWith('/messages')
      ? { status: 201, body: outgoing({ id: 's1', type: 'template', at: later(9), text: 'Enviada' }) }
      : undefined;
  };
