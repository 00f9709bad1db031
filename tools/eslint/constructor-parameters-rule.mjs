const most = 6;

/** A class that needs more than six others does more than one thing. */
export const constructorParametersRule = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { many: 'A constructor takes {{count}} parameters; {{most}} are the most: split the class.' },
  },
  create(context) {
    return {
      "MethodDefinition[kind='constructor']"(node) {
        const count = node.value.params.length;
        if (count > most) context.report({ node: node.key, messageId: 'many', data: { count, most } });
      },
    };
  },
};
