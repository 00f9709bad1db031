import { packageWalls } from './package-walls.mjs';
import { importVisitors, pathOf } from './place.mjs';

/** Keeps packages in the rooms they belong to. */
export const packageWallsRule = {
  meta: { type: 'problem', schema: [], messages: { wall: '{{message}}' } },
  create(context) {
    const path = pathOf(context);
    const walls = packageWalls.filter(({ inside, outside }) => (inside?.test(path) ?? true) && !outside?.test(path));
    if (walls.length === 0) return {};
    return importVisitors((node, specifier) => {
      const wall = walls.find(({ packages }) => packages.test(specifier));
      if (wall) context.report({ node, messageId: 'wall', data: { message: wall.message } });
    });
  },
};
