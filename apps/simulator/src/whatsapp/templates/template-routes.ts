import type { FastifyInstance } from 'fastify';
import type { World } from '../../world.js';
import {
  accountsOf,
  graphCall,
  NODE,
  pick,
  speakingFor,
  type Caller,
  type NodePath,
  type Outcome,
} from '../graph-call.js';
import { unknownObject } from '../graph-error.js';
import type { PlayedNumber } from '../numbers/played-number.js';
import { refusalOf } from '../outbound/schema-refusal.js';
import { announceTemplate } from './announce-template.js';
import type { TemplateStore } from './template-store.js';
import { newTemplateSchema } from './template.js';

const EDGE = `${NODE}/message_templates`;
const REVIEW_MS = 400;

/** Templates of the account: list with paging and filters, submit, edit, delete. */
export function registerTemplates(app: FastifyInstance, world: World): void {
  const mine = (caller: Caller, node: string, verb: string, work: (by: PlayedNumber) => Outcome): Outcome => {
    const by = speakingFor(caller, node);
    return by === undefined ? { refusal: unknownObject(verb, node) } : work(by);
  };

  app.get<NodePath>(EDGE, (request, reply) =>
    graphCall(world, request, reply, 'templates', (_answered, caller) =>
      mine(caller, request.params.node, 'get', (by) =>
        list(world, by, request.query, `http://${request.host}${request.url}`),
      ),
    ),
  );

  app.post<NodePath>(EDGE, (request, reply) =>
    graphCall(world, request, reply, 'templates', (answered, caller) =>
      mine(caller, request.params.node, 'post', (by) => submit(world, by, request.body, answered)),
    ),
  );

  app.delete<NodePath>(EDGE, (request, reply) =>
    graphCall(world, request, reply, 'templates', (_answered, caller) =>
      mine(caller, request.params.node, 'delete', (by) => {
        const gone = templatesOf(world, by).remove(request.query.name ?? '', request.query.hsm_id);
        return gone > 0
          ? { answer: { success: true } }
          : { refusal: { code: 100, subcode: 2593002, details: 'Message template not found.' } };
      }),
    ),
  );

  app.post<NodePath>(NODE, (request, reply) =>
    graphCall(world, request, reply, 'templates', (_answered, caller) => {
      const found = world.templates.byId(request.params.node, accountsOf(caller));
      if (found === undefined) return { refusal: unknownObject('post', request.params.node) };
      const { template } = found;
      const edited = newTemplateSchema.pick({ components: true }).safeParse(request.body);
      if (!edited.success) return { refusal: refusalOf(edited.error) };
      template.components = edited.data.components;
      template.status = 'PENDING';
      review(world, template.id);
      return { answer: { success: true } };
    }),
  );
}

const templatesOf = (world: World, { account }: PlayedNumber): TemplateStore =>
  world.templates.of(account.businessAccountId);

function list(world: World, by: PlayedNumber, query: NodePath['Querystring'], url: string): Outcome {
  const limit = Math.min(Math.max(Math.trunc(Number(query.limit ?? 25)) || 25, 1), 1000);
  const { after, before, status, name, language, category } = query;
  const page = templatesOf(world, by).page({ limit, after, before, status, name, language, category });
  const fields = query.fields?.replace(/\{[^}]*\}/g, '') ?? 'name,parameter_format,components,language,status,category';
  const data = page.data.map((template) =>
    pick({ rejected_reason: 'NONE', quality_score: { score: 'UNKNOWN', date: 0 }, ...template }, fields),
  );
  if (page.cursors === null) return { answer: { data } };
  const next = page.more ? { next: turned(url, 'after', page.cursors.after) } : {};
  const previous = page.earlier ? { previous: turned(url, 'before', page.cursors.before) } : {};
  return { answer: { data, paging: { cursors: page.cursors, ...next, ...previous } } };
}

function turned(url: string, direction: 'after' | 'before', cursor: string): string {
  const other = new URL(url);
  other.searchParams.delete('after');
  other.searchParams.delete('before');
  other.searchParams.set(direction, cursor);
  return other.href;
}

function submit(world: World, by: PlayedNumber, json: unknown, answered: boolean): Outcome {
  const parsed = newTemplateSchema.safeParse(json);
  if (!parsed.success) return { refusal: refusalOf(parsed.error) };
  const { name, language, category, parameter_format, components } = parsed.data;
  const body = components.find(({ type }) => type === 'BODY')?.text ?? '';
  const templates = templatesOf(world, by);
  if (templates.find(name, language) !== undefined)
    return {
      refusal: { code: 100, subcode: 2388024, details: 'There is already content in this language for this template.' },
    };
  if (/^\s*\{\{|\}\}\s*$/.test(body))
    return {
      refusal: { code: 100, subcode: 2388299, details: "Variables can't be at the start or end of the template." },
    };
  const template = templates.add({ name, language, category, status: 'PENDING', parameter_format, components });
  world.ledger.append({
    at: world.clock.iso(),
    number: by.id,
    type: 'template-created',
    to: null,
    id: template.id,
    correlationId: null,
    answered,
    body: json,
  });
  review(world, template.id);
  return { answer: { id: template.id, status: 'PENDING', category } };
}

/** Reviewers decide a moment later, as the switch tells them. */
function review(world: World, id: string): void {
  const { templateReview } = world.switches.state;
  if (templateReview === 'manual') return;
  setTimeout(
    () => announceTemplate(world, id, templateReview === 'approve' ? 'APPROVED' : 'REJECTED'),
    REVIEW_MS,
  ).unref();
}
