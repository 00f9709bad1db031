/**
 * Reads one reply of the Redis protocol from the start of a text.
 * @param {string} text latin1 text received so far
 * @returns {{ value: string | number | null | Error | unknown[], rest: string } | undefined} undefined: not all there yet
 */
export function readReply(text) {
  const end = text.indexOf('\r\n');
  if (end < 0) return undefined;
  const line = text.slice(1, end);
  const rest = text.slice(end + 2);
  switch (text[0]) {
    case '+':
      return { value: line, rest };
    case '-':
      return { value: new Error(line), rest };
    case ':':
      return { value: Number(line), rest };
    case '$':
      return readBulk(Number(line), rest);
    case '*':
      return readArray(Number(line), rest);
    default:
      throw new Error('not a Redis server');
  }
}

function readBulk(length, rest) {
  if (length < 0) return { value: null, rest };
  if (rest.length < length + 2) return undefined;
  return { value: rest.slice(0, length), rest: rest.slice(length + 2) };
}

function readArray(length, rest) {
  if (length < 0) return { value: null, rest };
  const value = [];
  let left = rest;
  for (let index = 0; index < length; index += 1) {
    const element = readReply(left);
    if (!element) return undefined;
    value.push(element.value);
    left = element.rest;
  }
  return { value, rest: left };
}
