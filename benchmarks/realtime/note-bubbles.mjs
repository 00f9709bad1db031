/** Runs in the page, before anything else of it. A bubble counts once the frame after it has begun: then it has been painted. */
export function noteBubbles() {
  const places = new Set();
  globalThis.bubbles = [];
  const look = () => {
    const thread = document.querySelector('[data-testid="thread"]');
    if (!thread) return;
    const fresh = [...thread.textContent.matchAll(/marca (\d+)\./g)]
      .map(([, place]) => Number(place))
      .filter((place) => !places.has(place));
    for (const place of fresh) places.add(place);
    if (fresh.length > 0)
      requestAnimationFrame(() =>
        setTimeout(() => globalThis.bubbles.push(...fresh.map((place) => [place, Date.now()]))),
      );
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}
