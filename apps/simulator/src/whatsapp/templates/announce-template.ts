import type { World } from '../../world.js';
import type { PlayedNumber } from '../numbers/played-number.js';
import type { Template } from './template.js';

/** Sets a template's status and tells each app of its account by webhook. Undefined: there is no such template. */
export function announceTemplate(world: World, id: string, status: string): Template | undefined {
  const found = world.templates.byId(
    id,
    world.numbers.all().map(({ account }) => account.businessAccountId),
  );
  if (found === undefined) return undefined;
  const { template, businessAccountId } = found;
  template.status = status;
  if (status === 'REJECTED') template.rejected_reason = 'INVALID_FORMAT';
  const rejection = {
    reason: 'The template does not follow the format guidelines.',
    recommendation: 'Review the variables and their samples.',
  };
  const change = {
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
  };
  for (const { courier } of appsOf(world, businessAccountId)) courier.send(change);
  return template;
}

/** Numbers that share an app secret and an address are of one app: it hears of the account once. */
function appsOf(world: World, businessAccountId: string): PlayedNumber[] {
  const apps = new Map<string, PlayedNumber>();
  for (const number of world.numbers.ofAccount(businessAccountId))
    apps.set(`${number.account.appSecret} ${number.courier.callbackUrl}`, number);
  return [...apps.values()];
}
