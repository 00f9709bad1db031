/** The condition that `message m` holds all of these words, of which the last may be a beginning; its values are appended. At least one word. */
export function holdsWords(words: readonly string[], values: unknown[]): string {
  const asked = words.map((word, index) =>
    queryOf(word, index === words.length - 1, (value) => `$${values.push(value)}::text`),
  );
  return `m.text is not null and m.deleted_at is null and to_tsvector('simple', plain_text(coalesce(m.text, ''))) @@ (${asked.join(' && ')})`;
}

/** A word as the index knows it. Without accents it may be several (`a½` is `a` and `1/2`), so it is never read as a query; figures after a dash were indexed as negative. */
function queryOf(word: string, mayBegin: boolean, bind: (value: string) => string): string {
  const spellings = /^\d+$/.test(word) ? [word, `-${word}`] : [word];
  const queries = spellings.map((spelling) => {
    const whole = `phraseto_tsquery('simple', plain_text(${bind(spelling)}))`;
    return mayBegin
      ? `case when numnode(${whole}) = 0 then ${whole} else (${whole}::text || ':*')::tsquery end`
      : whole;
  });
  return `(${queries.join(' || ')})`;
}
