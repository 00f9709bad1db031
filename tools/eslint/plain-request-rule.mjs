import { pathOf, targetOf } from './place.mjs';

const PLAIN = /^apps\/panel\/src\/app\/api(\.ts)?$/;
const MAY = /^apps\/panel\/src\/(app\/(ask|api\.test)\.ts|features\/simulator\/(api|hooks)\/[^/]+\.ts)$/;

/** The hand-typed `request` is for the simulator, whose routes no document describes; everything else asks by `ask`. */
export const plainRequestRule = {
  meta: { type: 'problem', schema: [], messages: { wall: 'Ask a documented route by `ask`, which knows its types.' } },
  create(context) {
    const from = pathOf(context);
    if (MAY.test(from)) return {};
    return {
      ImportDeclaration(node) {
        if (!PLAIN.test(targetOf(from, String(node.source.value)) ?? '')) return;
        const named = node.specifiers.find((one) => one.type !== 'ImportSpecifier' || one.imported.name === 'request');
        if (named) context.report({ node: named, messageId: 'wall' });
      },
    };
  },
};
