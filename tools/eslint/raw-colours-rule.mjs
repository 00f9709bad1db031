const hex = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$|(?:\[|:\s*)#[\da-f]{3,8}\b/i;
const functional = /\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(\s*[\d.]/i;
const palette =
  /(?:^|[\s:])(?:bg|text|border|ring|fill|stroke|from|via|to|outline|shadow|accent|caret|divide|decoration|placeholder)-(?:black|white|(?:red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose|slate|gray|zinc|neutral|stone)-\d{2,3})\b/;

/** Whether a text of the source names a colour that is not a token of the kit. */
export const namesRawColour = (text) => hex.test(text) || functional.test(text) || palette.test(text);

/** Colours come from the kit's tokens, so that both themes and the contrast checks hold everywhere. */
export const rawColoursRule = {
  meta: { type: 'problem', schema: [], messages: { raw: 'A raw colour: use a token of the kit.' } },
  create(context) {
    const judge = (node, text) => {
      if (typeof text === 'string' && namesRawColour(text)) context.report({ node, messageId: 'raw' });
    };
    return {
      Literal: (node) => judge(node, node.value),
      TemplateElement: (node) => judge(node, node.value.cooked),
    };
  },
};
