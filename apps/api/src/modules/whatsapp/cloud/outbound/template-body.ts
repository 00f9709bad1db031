import type { TemplateContent } from '../../../channels/index.js';
import { built, refused, type Built, type Json } from './built.js';
import type { SendableMedia } from './media-body.js';

const POSITION = /^[1-9]\d*$/;
/** Meta refuses these inside a value, with an error that names no variable. */
const UNFIT = /[\n\r\t]| {5,}/;

/** A template with its values. Names that are all numbers make a positional template; any other makes a named one. */
export function templateBody(content: TemplateContent, media: SendableMedia | undefined): Built {
  if (content.headerMediaAssetId !== undefined && media === undefined)
    return refused('media_missing', "The file of the template's header is not available.", 'media_rejected');
  const unfit = unfitValue([content.header, content.body]);
  if (unfit !== undefined)
    return refused(
      'template_value',
      `The value of "${unfit}" is empty, or has line breaks, tabs or five spaces in a row.`,
    );
  const emptyButton = content.buttonParameters.find(({ value }) => value === '');
  if (emptyButton !== undefined)
    return refused('template_value', `The value of button ${emptyButton.index + 1} is empty.`);
  const header = media === undefined ? textParameters(content.header) : [mediaParameter(media)];
  const body = textParameters(content.body);
  const components = [
    ...(header.length === 0 ? [] : [{ type: 'header', parameters: header }]),
    ...(body.length === 0 ? [] : [{ type: 'body', parameters: body }]),
    ...content.buttonParameters.map(buttonComponent),
  ];
  const template = {
    name: content.name,
    language: { code: content.language },
    ...(components.length === 0 ? {} : { components }),
  };
  return built({ type: 'template', template });
}

function textParameters(values: Record<string, string>): Json[] {
  const entries = Object.entries(values);
  const positional = entries.every(([name]) => POSITION.test(name));
  if (!positional) return entries.map(([name, text]) => ({ type: 'text', parameter_name: name, text }));
  return entries.sort(([left], [right]) => Number(left) - Number(right)).map(([, text]) => ({ type: 'text', text }));
}

function mediaParameter(media: SendableMedia): Json {
  const contentType = media.contentType ?? '';
  const type = contentType.startsWith('image/') ? 'image' : contentType.startsWith('video/') ? 'video' : 'document';
  const fileName = type === 'document' ? media.fileName : undefined;
  return {
    type,
    [type]: {
      ...('id' in media ? { id: media.id } : { link: media.link }),
      ...(fileName === undefined ? {} : { filename: fileName }),
    },
  };
}

function buttonComponent({ index, kind, value }: TemplateContent['buttonParameters'][number]): Json {
  const parameter =
    kind === 'url'
      ? { type: 'text', text: value }
      : kind === 'quick_reply'
        ? { type: 'payload', payload: value }
        : { type: 'coupon_code', coupon_code: value };
  return { type: 'button', sub_type: kind, index, parameters: [parameter] };
}

function unfitValue(groups: readonly Record<string, string>[]): string | undefined {
  for (const group of groups) {
    for (const [name, value] of Object.entries(group)) if (value.trim() === '' || UNFIT.test(value)) return name;
  }
  return undefined;
}
