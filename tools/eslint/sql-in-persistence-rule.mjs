import { pathOf } from './place.mjs';

const statement =
  /^\s*(?:select\s[^]*\bfrom\s|insert into\s|update \w+ (?:\w+ )?set\s|delete from\s|truncate \w|with (?:recursive )?\w+ (?:\([^)]*\) )?as (?:not )?(?:materialized )?\()/;
const outside = /^apps\/api\/src\/(?:modules|demo|cli|server)\//;
const room = /\/(?:persistence|testing)\/|\.(?:spec|int-spec)\.ts$/;

/** SQL is written in one kind of room, where whoever changes a table looks for it. */
export const sqlInPersistenceRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { sql: 'SQL lives in persistence/: give what asks it a function there.' },
  },
  create(context) {
    const path = pathOf(context);
    if (!outside.test(path) || room.test(path)) return {};
    const judge = (node, text) => {
      if (typeof text === 'string' && statement.test(text)) context.report({ node, messageId: 'sql' });
    };
    return {
      Literal: (node) => judge(node, node.value),
      TemplateLiteral: (node) => judge(node, node.quasis.map(({ value }) => value.cooked).join('')),
    };
  },
};
