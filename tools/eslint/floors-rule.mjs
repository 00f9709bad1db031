import { floors } from '../../apps/api/src/floors.mjs';
import { floorViolations } from '../house/floor-violations.mjs';
import { importVisitors, pathOf, targetOf } from './place.mjs';

/** A module imports another only from its index.ts and only from a lower floor. Option: the floors, else those of the house. */
export const floorsRule = {
  meta: { type: 'problem', schema: [{ type: 'object' }], messages: { breach: '{{breach}}' } },
  create(context) {
    const from = pathOf(context);
    const table = context.options[0] ?? floors;
    return importVisitors((node, specifier) => {
      const to = targetOf(from, specifier);
      if (to === undefined) return;
      for (const breach of floorViolations([{ from, to }], table)) {
        context.report({ node, messageId: 'breach', data: { breach } });
      }
    });
  },
};
