import type { InteractiveContent } from '../../../channels/index.js';
import { whatsappCloudCapabilities } from '../capabilities.js';
import { brokenLimit, built, refused, type Built, type Json, type Limit } from './built.js';
import { listAction } from './list-action.js';

const BODY = whatsappCloudCapabilities.buttons.bodyLength;
const SHORT = 60;

/** Buttons, lists, links, products and questions. Limits are Meta's; anything over them is refused, never cut. */
export function interactiveBody(content: InteractiveContent): Built {
  switch (content.kind) {
    case 'buttons': {
      const broken = buttonsBroken(content.buttons);
      const buttons = content.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } }));
      return broken ?? framed('button', content, BODY, { buttons });
    }
    case 'list': {
      const action = listAction(content.button, content.sections);
      return 'failure' in action
        ? { ok: false, failure: action.failure }
        : framed('list', content, 4096, action.action);
    }
    case 'link_button': {
      const broken = brokenLimit([{ name: 'label of the link', text: content.label, max: 20, required: true }]);
      if (broken !== undefined) return broken;
      if (!/^https?:\/\//i.test(content.url))
        return refused('link_invalid', 'The link must begin with http:// or https://.');
      return framed('cta_url', content, BODY, {
        name: 'cta_url',
        parameters: { display_text: content.label, url: content.url },
      });
    }
    case 'product':
      return framed('product', content, BODY, {
        catalog_id: content.catalogId,
        product_retailer_id: content.retailerId,
      });
    case 'product_list': {
      const count = content.sections.reduce((sum, section) => sum + section.retailerIds.length, 0);
      if (count < 1 || count > 30) return refused('products_count', 'A list of products holds from 1 to 30 of them.');
      const sections = content.sections.map(({ title, retailerIds }) => ({
        title,
        product_items: retailerIds.map((id) => ({ product_retailer_id: id })),
      }));
      const broken = brokenLimit([
        { name: 'header', text: content.header, max: SHORT, required: true },
        ...sections.map(({ title }) => ({ name: 'title of a section', text: title, max: 24 })),
      ]);
      return broken ?? framed('product_list', content, BODY, { catalog_id: content.catalogId, sections });
    }
    case 'catalogue': {
      const parameters =
        content.thumbnailRetailerId === undefined
          ? {}
          : { parameters: { thumbnail_product_retailer_id: content.thumbnailRetailerId } };
      return framed('catalog_message', content, BODY, { name: 'catalog_message', ...parameters });
    }
    case 'location_request':
      return framed('location_request_message', content, BODY, { name: 'send_location' });
    case 'phone_request':
      return framed('contact_request', content, BODY, { name: 'request_contact_info' });
    default:
      return refused('type_not_sendable', 'Answers to buttons are received, not sent.');
  }
}

function framed(
  type: string,
  frame: { body?: string; header?: string; footer?: string },
  bodyMax: number,
  action: Json,
): Built {
  const limits: Limit[] = [
    { name: 'text', text: frame.body, max: bodyMax, required: type !== 'product' },
    { name: 'header', text: frame.header, max: SHORT },
    { name: 'footer', text: frame.footer, max: SHORT },
  ];
  const interactive = {
    type,
    ...(frame.header === undefined ? {} : { header: { type: 'text', text: frame.header } }),
    ...(frame.body === undefined ? {} : { body: { text: frame.body } }),
    ...(frame.footer === undefined ? {} : { footer: { text: frame.footer } }),
    action,
  };
  return brokenLimit(limits) ?? built({ type: 'interactive', interactive });
}

function buttonsBroken(buttons: readonly { id: string; title: string }[]): Built | undefined {
  const { max, titleLength } = whatsappCloudCapabilities.buttons;
  if (buttons.length < 1 || buttons.length > max)
    return refused('buttons_count', `A message has from 1 to ${max} buttons.`);
  const unique = (values: string[]): boolean => new Set(values).size === values.length;
  if (!unique(buttons.map(({ title }) => title)) || !unique(buttons.map(({ id }) => id)))
    return refused('buttons_repeated', 'Two buttons say the same.');
  return brokenLimit(
    buttons.flatMap(({ id, title }) => [
      { name: 'text of a button', text: title, max: titleLength, required: true },
      { name: 'id of a button', text: id, max: 256, required: true },
    ]),
  );
}
