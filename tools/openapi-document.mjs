/**
 * The OpenAPI document in what the API printed (log lines may stand before it), in the form that is committed.
 * @param {string} printed
 * @returns {string} two-space JSON with a line end
 * @throws {SyntaxError} when there is none
 */
export function documentFrom(printed) {
  const start = printed.search(/^\{\s*$|^\{"openapi"/m);
  return `${JSON.stringify(JSON.parse(printed.slice(Math.max(start, 0))), null, 2)}\n`;
}
