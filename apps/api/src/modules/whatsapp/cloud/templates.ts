import { type ChannelConnection, ProviderCallError, type RemoteTemplate } from '../../channels/index.js';
import type { GraphClient } from './client.js';
import { asFilledText, asId, asList, asObject, type JsonObject } from './inbound/untrusted-json.js';
import { refusal } from './map-error.js';
import { failureOf, successful } from './media.js';

const FIELDS = 'name,language,status,category,components,parameter_format,id,quality_score,rejected_reason';
const PAGE = '100';
/** An account holds some thousands at most; a provider that pages in circles must not hold us. */
const MAX_PAGES = 200;

/** Every template of the account, in the provider's order. */
export async function listTemplates(client: GraphClient, connection: ChannelConnection): Promise<RemoteTemplate[]> {
  if (connection.accountId === null)
    throw new ProviderCallError(
      refusal('no_account', 'The channel has no WhatsApp Business account id.', 'account_blocked'),
    );
  const templates: RemoteTemplate[] = [];
  const seen = new Set<string>();
  for (let after: string | undefined = ''; after !== undefined && seen.size < MAX_PAGES;) {
    seen.add(after);
    const query: Record<string, string> = { fields: FIELDS, limit: PAGE, ...(after === '' ? {} : { after }) };
    const answer = await client.get(
      connection,
      `/${encodeURIComponent(connection.accountId)}/message_templates`,
      query,
    );
    if (!successful(answer)) throw new ProviderCallError(failureOf(answer));
    const page = asObject(answer.body) ?? {};
    templates.push(...asList(page.data).flatMap((item) => templateOf(asObject(item)) ?? []));
    const next = nextCursor(asObject(page.paging));
    after = next !== undefined && !seen.has(next) ? next : undefined;
  }
  return templates;
}

/** `cursors.after` is given on the last page too; only `next` says that there is more. */
function nextCursor(paging: JsonObject | undefined): string | undefined {
  return paging?.next === undefined ? undefined : asFilledText(asObject(paging.cursors)?.after, 2000);
}

function templateOf(source: JsonObject | undefined): RemoteTemplate | undefined {
  const id = asId(source?.id);
  const name = asFilledText(source?.name, 512);
  const language = asFilledText(source?.language, 20);
  if (source === undefined || id === undefined || name === undefined || language === undefined) return undefined;
  const rejected = asFilledText(source.rejected_reason, 2000);
  return {
    providerTemplateId: id,
    name,
    language,
    category: asFilledText(source.category, 50) ?? 'UNKNOWN',
    status: asFilledText(source.status, 50) ?? 'UNKNOWN',
    quality: asFilledText(asObject(source.quality_score)?.score, 50) ?? null,
    rejectedReason: rejected === undefined || rejected === 'NONE' ? null : rejected,
    parameterFormat: source.parameter_format === 'NAMED' ? 'named' : 'positional',
    components: asList(source.components).filter(
      (item): item is Record<string, unknown> => asObject(item) !== undefined,
    ),
  };
}
