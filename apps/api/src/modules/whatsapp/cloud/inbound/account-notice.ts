import type { ChannelNoticeEvent } from '../../../channels/index.js';
import { asFilledText, asId, asList, asObject, asText, type JsonObject } from './untrusted-json.js';

type Notice = ChannelNoticeEvent['notice'];

/** What a change about the account, a number or a template says; undefined for fields we do not know. */
export function accountNotice(field: string, value: JsonObject): Notice | undefined {
  switch (field) {
    case 'message_template_status_update':
      return templateStatus(value);
    case 'message_template_quality_update':
      return {
        kind: 'template_quality',
        ...templateOf(value),
        quality: asFilledText(value.new_quality_score, 50) ?? 'UNKNOWN',
      };
    case 'template_category_update':
      return {
        kind: 'template_category',
        ...templateOf(value),
        category: asFilledText(value.new_category, 50) ?? 'UNKNOWN',
      };
    case 'phone_number_quality_update':
      return numberQuality(value);
    case 'account_update':
      return accountUpdate(value);
    case 'account_alerts':
      return accountAlert(value);
    case 'business_capability_update':
      return {
        kind: 'account',
        event: 'BUSINESS_CAPABILITY_UPDATE',
        severity: 'info',
        ...detailed(limitText(value.max_daily_conversations_per_business)),
      };
    default:
      return undefined;
  }
}

/** Meta writes `en-US` here and `en_US` where templates are listed. */
function templateOf(value: JsonObject): { templateId: string; name: string; language: string } {
  return {
    templateId: asId(value.message_template_id) ?? '',
    name: asText(value.message_template_name, 512) ?? '',
    language: (asText(value.message_template_language, 20) ?? '').replace('-', '_'),
  };
}

function templateStatus(value: JsonObject): Notice {
  const code = asFilledText(value.reason, 200);
  const words =
    asFilledText(asObject(value.rejection_info)?.reason, 2000) ??
    asFilledText(asObject(value.other_info)?.description, 2000);
  const reason = [code === 'NONE' ? undefined : code, words].filter((part) => part !== undefined).join(': ');
  const status = asFilledText(value.event, 50) ?? 'UNKNOWN';
  return { kind: 'template_status', ...templateOf(value), status, ...(reason === '' ? {} : { reason }) };
}

function numberQuality(value: JsonObject): Notice {
  const limit = limitText(value.max_daily_conversations_per_business) ?? limitText(value.current_limit);
  const displayPhone = asFilledText(value.display_phone_number, 40);
  return {
    kind: 'number_quality',
    event: asFilledText(value.event, 100) ?? 'UNKNOWN',
    ...(limit === undefined ? {} : { limit }),
    ...(displayPhone === undefined ? {} : { displayPhone }),
  };
}

/** Only what also stops replies counts as blocked; a ban on starting conversations is a warning. */
function accountUpdate(value: JsonObject): Notice {
  const event = asFilledText(value.event, 100) ?? 'UNKNOWN';
  const restrictions = asList(value.restriction_info).flatMap(
    (item) => asFilledText(asObject(item)?.restriction_type, 100) ?? [],
  );
  const ban = asFilledText(asObject(value.ban_info)?.waba_ban_state, 100);
  const violation = asFilledText(asObject(value.violation_info)?.violation_type, 200);
  const detail = [...restrictions, ban, violation].filter((part) => part !== undefined).join(', ');
  return {
    kind: 'account',
    event,
    severity: severityOf(event, restrictions, ban),
    ...detailed(detail === '' ? undefined : detail),
  };
}

function severityOf(
  event: string,
  restrictions: readonly string[],
  ban: string | undefined,
): 'info' | 'warning' | 'blocked' {
  switch (event) {
    case 'ACCOUNT_DELETED':
      return 'blocked';
    case 'DISABLED_UPDATE':
      return ban === 'REINSTATE' ? 'info' : ban?.startsWith('SCHEDULE') === true ? 'warning' : 'blocked';
    case 'ACCOUNT_RESTRICTION':
      return restrictions.some((type) => type.includes('CUSTOMER_INITIATED')) ? 'blocked' : 'warning';
    case 'ACCOUNT_VIOLATION':
      return 'warning';
    default:
      return 'info';
  }
}

function accountAlert(value: JsonObject): Notice {
  const alert = asObject(value.alert_info) ?? value;
  const informational = asText(alert.alert_severity, 50)?.startsWith('INFO') === true;
  const event = asFilledText(alert.alert_type, 100) ?? 'ACCOUNT_ALERT';
  return {
    kind: 'account',
    event,
    severity: informational ? 'info' : 'warning',
    ...detailed(asFilledText(alert.alert_description, 2000)),
  };
}

function limitText(value: unknown): string | undefined {
  return asId(value);
}

function detailed(detail: string | undefined): { detail?: string } {
  return detail === undefined ? {} : { detail };
}
