import '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sabotage } from '../../faults/sabotage.js';
import type { World } from '../../world.js';
import { graphCall, NODE, readToken, type NodePath, type Outcome } from '../graph-call.js';
import { graphErrorBody, unknownObject } from '../graph-error.js';
import type { PlayedNumber } from '../numbers/played-number.js';
import { DOWNLOAD, isFreshAddress } from './media-address.js';
import { mediaFor } from './media-owner.js';
import { refuseUpload } from './media-store.js';

/** Upload, deletion and download of files. */
export function registerMedia(app: FastifyInstance, world: World): void {
  app.post<NodePath>(`${NODE}/media`, (request, reply) =>
    graphCall(world, request, reply, 'media', (answered, caller) => {
      const number = caller.find(({ id }) => id === request.params.node);
      return number === undefined
        ? { refusal: unknownObject('post', request.params.node) }
        : upload(world, number, request, answered);
    }),
  );

  app.delete<NodePath>(NODE, (request, reply) =>
    graphCall(world, request, reply, 'media', (_answered, caller) =>
      mediaFor(world, caller, request.params.node) !== undefined && world.media.remove(request.params.node)
        ? { answer: { success: true } }
        : { refusal: unknownObject('delete', request.params.node) },
    ),
  );

  app.get<{ Querystring: { mid?: string; ext?: string; hash?: string } }>(DOWNLOAD, (request, reply) => {
    const fault = world.switches.takeFault('media');
    if (fault !== undefined) return sabotage(reply, fault);
    const known = readToken(world, request.headers.authorization);
    if ('refusal' in known) return reply.code(401).send(graphErrorBody(known.refusal));
    const media = mediaFor(world, known.caller, request.query.mid ?? '');
    if (media === undefined || !isFreshAddress(world, request.query)) return reply.code(404).send();
    return reply.type(media.mimeType).header('content-disposition', 'attachment').send(media.bytes);
  });
}

async function upload(
  world: World,
  number: PlayedNumber,
  request: FastifyRequest,
  answered: boolean,
): Promise<Outcome> {
  if (!request.isMultipart()) return { refusal: { code: 131008, details: 'Required parameter is missing: file' } };
  const fields: Record<string, unknown> = {};
  let file: { bytes: Buffer; mimeType: string; fileName: string } | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { bytes: await part.toBuffer(), mimeType: part.mimetype, fileName: part.filename };
    else fields[part.fieldname] = part.value;
  }
  if (fields.messaging_product !== 'whatsapp')
    return { refusal: { code: 100, details: 'Param messaging_product is required and must be "whatsapp".' } };
  if (file === undefined) return { refusal: { code: 131008, details: 'Required parameter is missing: file' } };
  const declared = typeof fields.type === 'string' && fields.type.includes('/') ? fields.type : file.mimeType;
  const refusal = refuseUpload(declared, file.bytes.length);
  if (refusal !== undefined) return { refusal };
  const media = world.media.put(file.bytes, declared, file.fileName, number.id);
  const about = { mimeType: declared, fileName: file.fileName, size: file.bytes.length };
  world.ledger.append({
    at: world.clock.iso(),
    number: number.id,
    type: 'media',
    to: null,
    id: media.id,
    correlationId: null,
    answered,
    body: about,
  });
  return { answer: { id: media.id } };
}
