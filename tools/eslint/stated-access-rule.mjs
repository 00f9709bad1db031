const verbs = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Head', 'Options', 'Sse']);
const statements = new Set(['Permit', 'Public', 'Personal', 'SignedIn', 'OpenRoute']);

const nameOf = ({ expression }) => (expression.type === 'CallExpression' ? expression.callee.name : expression.name);
const carries = (node, names) => (node.decorators ?? []).some((decorator) => names.has(nameOf(decorator)));

/** Every route says who may come in, on itself or on its controller. */
export const statedAccessRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unstated: 'The route {{route}} does not state who may use it: @Permit, @SignedIn, @Personal or @Public.',
    },
  },
  create(context) {
    return {
      'ClassDeclaration[decorators.length>0]'(node) {
        if (!carries(node, new Set(['Controller'])) || carries(node, statements)) return;
        for (const member of node.body.body) {
          if (member.type !== 'MethodDefinition' || !carries(member, verbs) || carries(member, statements)) continue;
          context.report({ node: member.key, messageId: 'unstated', data: { route: member.key.name ?? '' } });
        }
      },
    };
  },
};
