import { importVisitors, pathOf, targetOf } from './place.mjs';

const featureOf = (path) => /^apps\/panel\/src\/features\/([^/]+)/.exec(path ?? '')?.[1];

/** A feature of the panel never imports another feature: what two of them need lives in app/ or in the kit. */
export const featureWallsRule = {
  meta: { type: 'problem', schema: [], messages: { wall: 'The feature {{here}} reaches into the feature {{there}}.' } },
  create(context) {
    const from = pathOf(context);
    const here = featureOf(from);
    if (here === undefined) return {};
    return importVisitors((node, specifier) => {
      const there = featureOf(targetOf(from, specifier));
      if (there !== undefined && there !== here) context.report({ node, messageId: 'wall', data: { here, there } });
    });
  },
};
