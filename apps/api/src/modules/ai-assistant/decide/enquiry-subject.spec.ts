import { describe, expect, it } from '@jest/globals';
import { answerTurn, type Turn } from '../answer-turn.js';
import { SHOPS, type ShopId } from '../testing/understand-in.js';
import { loadIntentModel } from '../understand/intents/model-file.js';
import { type DialogueState, NEW_DIALOGUE } from './dialogue-state.js';
import type { EnquirySubject } from './enquiry-subject.js';

const model = loadIntentModel();
const nameOf = (shop: ShopId, sku: string): string => SHOPS[shop].index.bySku.get(sku)?.name ?? '';

function answer(
  shop: ShopId,
  text: string,
  subject: EnquirySubject | undefined,
  over: Partial<DialogueState> = {},
): Turn {
  const { index, shop: facts } = SHOPS[shop];
  return answerTurn({
    model,
    index,
    shop: facts,
    state: { ...NEW_DIALOGUE, ...over },
    text,
    owner: 'assistant',
    ...(subject && { subject }),
  });
}
const by = (itemId: string, arrives: boolean): EnquirySubject => ({ itemId, arrives });
const focus = (...given: Parameters<typeof answer>): readonly string[] => answer(...given).decision.state.focus;

describe('the item of the link that brought the customer', () => {
  it.each(['¿cuánto cuesta?', 'hola\n¿qué precio tiene?', 'Hola, quiero información'])('is meant by "%s"', (text) => {
    const { reply, decision } = answer('cel', text, by('CL-IP13-128-BLA', true));
    expect(decision.state.focus).toEqual(['CL-IP13-128-BLA']);
    expect(reply).toContain(nameOf('cel', 'CL-IP13-128-BLA'));
    expect(decision.question).not.toBe('variant');
  });

  it('is not known without a link', () => {
    expect(focus('cel', '¿cuánto cuesta?', undefined)).toEqual([]);
  });

  it('is still meant by a later question, as long as nothing else was spoken of', () => {
    const question = ['cel', '¿cuánto cuesta?', by('CL-IP13-128-BLA', false)] as const;
    expect(focus(...question)).toEqual(['CL-IP13-128-BLA']);
    expect(focus(...question, { focus: ['CL-A15-128-AZU'] })).toEqual(['CL-A15-128-AZU']);
  });

  it('takes the place of what an enquiry before was about', () => {
    expect(
      focus('cel', '¿cuánto cuesta?', by('CL-IP13-128-BLA', true), {
        focus: ['CL-A15-128-AZU'],
        shown: ['CL-A15-128-AZU'],
      }),
    ).toEqual(['CL-IP13-128-BLA']);
  });

  it('gives way to what the customer names', () => {
    expect(focus('cel', '¿cuánto cuesta el a15?', by('CL-IP13-128-BLA', true))).toEqual(['CL-A15-128-AZU']);
    expect(focus('cel', '¿cuánto cuesta el iphone 13 de 256?', by('CL-IP13-128-BLA', true))).toEqual([
      'CL-IP13-256-NEG',
    ]);
  });

  it('is the one that part of its name means when the customer comes by the link', () => {
    expect(focus('cel', 'Hola, quiero información sobre el iPhone 13', by('CL-IP13-128-BLA', true))).toEqual([
      'CL-IP13-128-BLA',
    ]);
    expect(focus('cel', 'Hola, quiero información sobre el iPhone 13', undefined).length).toBeGreaterThan(1);
  });

  it.each(Object.entries(SHOPS).flatMap(([shop, { items }]) => items.map(({ sku }) => [shop as ShopId, sku] as const)))(
    'in %s, %s is all that its full name means',
    (shop, sku) => {
      expect(focus(shop, `Hola, quiero información sobre ${nameOf(shop, sku)}`, by(sku, true))).toEqual([sku]);
    },
  );

  it('counts for nothing once it is no longer sold', () => {
    expect(focus('cel', '¿cuánto cuesta?', by('GONE', true))).toEqual([]);
  });
});
