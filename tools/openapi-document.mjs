/**
 * The OpenAPI document in what the API printed (log lines may stand around it), in the form that is committed.
 * @param {string} printed
 * @returns {string} two-space JSON with a line end
 * @throws {SyntaxError} when there is none
 */
export function documentFrom(printed) {
  const found = /^\{"openapi".*$/m.exec(printed) ?? /^\{\s*\n\s+"openapi"[\s\S]*?^\}/m.exec(printed);
  return `${JSON.stringify(JSON.parse(found?.[0] ?? ''), null, 2)}\n`;
}
