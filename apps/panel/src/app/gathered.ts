/**
 * A deed that many ask for, done at most once in `ms`. Whoever asks meanwhile is answered by the next time, so a stream
 * that never pauses still has its deed done.
 * @param first do it at once when nobody asked lately, instead of waiting for what else comes
 */
export function gathered<T>(ms: number, deed: (latest: T) => void, first = false): (latest: T) => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let asked: { latest: T } | undefined;

  const rest = () => {
    resting = setTimeout(() => {
      resting = undefined;
      const due = asked;
      asked = undefined;
      if (!due) return;
      rest();
      deed(due.latest);
    }, ms);
  };

  return (latest) => {
    const atOnce = first && resting === undefined;
    if (!atOnce) asked = { latest };
    if (resting === undefined) rest();
    if (atOnce) deed(latest);
  };
}
