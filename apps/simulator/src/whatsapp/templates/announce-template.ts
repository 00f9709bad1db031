import type { World } from '../../world.js';
import type { Template } from './template.js';

/** Sets a template's status and tells the business by webhook. Undefined: there is no such template. */
export function announceTemplate(world: World, id: string, status: string): Template | undefined {
  const template = world.templates.byId(id);
  if (template === undefined) return undefined;
  template.status = status;
  if (status === 'REJECTED') template.rejected_reason = 'INVALID_FORMAT';
  const rejection = {
    reason: 'The template does not follow the format guidelines.',
    recommendation: 'Review the variables and their samples.',
  };
  world.courier.send({
    field: 'message_template_status_update',
    value: {
      event: status,
      message_template_id: Number(template.id),
      message_template_name: template.name,
      message_template_language: template.language,
      reason: status === 'REJECTED' ? 'INVALID_FORMAT' : 'NONE',
      message_template_category: template.category,
      ...(status === 'REJECTED' ? { rejection_info: rejection } : {}),
      ...(status === 'PAUSED'
        ? {
            other_info: {
              title: 'FIRST_PAUSE',
              description: 'Your WhatsApp message template has been paused for 3 hours.',
            },
          }
        : {}),
    },
  });
  return template;
}
