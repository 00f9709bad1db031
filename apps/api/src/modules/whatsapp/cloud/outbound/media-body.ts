import type { MediaContent } from '../../../channels/index.js';
import { whatsappCloudCapabilities } from '../capabilities.js';
import { brokenLimit, built, refused, type Built } from './built.js';

/** A file as WhatsApp can take it: uploaded to it (`id`), or fetched by it (`link`). */
export type SendableMedia =
  { id: string; fileName?: string; contentType?: string } | { link: string; fileName?: string; contentType?: string };

export function mediaBody(content: MediaContent, uploaded: SendableMedia | undefined): Built {
  const media = uploaded ?? remoteOf(content);
  if (media === undefined)
    return refused('media_missing', 'The file of this message is not available.', 'media_rejected');
  const captioned = content.type === 'image' || content.type === 'video' || content.type === 'document';
  if (content.caption !== undefined && !captioned)
    return refused('caption_not_allowed', `WhatsApp shows no caption under this kind of file (${content.type}).`);
  const broken = brokenLimit([
    { name: 'caption', text: content.caption, max: whatsappCloudCapabilities.captionLength },
  ]);
  if (broken !== undefined) return broken;
  const fileName = content.type === 'document' ? (content.fileName ?? media.fileName) : undefined;
  const file = {
    ...('id' in media ? { id: media.id } : { link: media.link }),
    ...(content.caption === undefined ? {} : { caption: content.caption }),
    ...(fileName === undefined ? {} : { filename: fileName }),
  };
  return built({ type: content.type, [content.type]: file });
}

function remoteOf(content: MediaContent): SendableMedia | undefined {
  const { remote } = content;
  if (remote === undefined) return undefined;
  if (remote.providerMediaId !== '') return { id: remote.providerMediaId };
  return remote.url === undefined ? undefined : { link: remote.url };
}
