/** @typedef {{ packages: RegExp, inside?: RegExp, outside?: RegExp, message: string }} Wall */

const test = /\.(spec|int-spec|e2e-spec|test)\.tsx?$|\/testing\//;

/**
 * Which packages may be imported where: `packages` are refused in paths that match `inside` (all when absent) and do
 * not match `outside`.
 * @type {Wall[]}
 */
export const packageWalls = [
  {
    packages: /^typeorm(\/|$)/,
    inside: /^apps\/api\//,
    outside: /\/persistence\/|\/migrations\/|\/platform\/database\/|\/src\/cli(\/|\.ts)|\/testing\//,
    message: 'typeorm stays in persistence/, migrations/ and platform/database/: give the repository a method.',
  },
  {
    packages:
      /^(@nestjs\/|@fastify\/|(typeorm|pg|bull|ioredis|fastify|socket\.io|class-validator|class-transformer|rxjs)(\/|$))/,
    inside: /^apps\/api\/src\/modules\/[^/]+\/domain\//,
    outside: test,
    message: 'domain/ is pure: no framework, no driver.',
  },
  {
    packages: /^@base-ui\/react/,
    inside: /^apps\/panel\//,
    message: "Parts come from @hilo/ui; only the kit speaks to the primitives' library.",
  },
];
