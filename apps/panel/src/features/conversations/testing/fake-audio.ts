/** What the page would be heard to play: counts the tones that start. */
export function fakeAudio(): { tones: () => number } {
  let started = 0;
  const param = () => ({
    value: 0,
    setValueAtTime: silent,
    linearRampToValueAtTime: silent,
    exponentialRampToValueAtTime: silent,
  });
  const silent = () => undefined;
  const node = () => ({ connect: (next: unknown) => next });
  class AudioOfTest {
    state = 'running';
    currentTime = 0;
    destination = node();
    resume = () => Promise.resolve();
    createGain = () => ({ ...node(), gain: param() });
    createOscillator = () => ({
      ...node(),
      type: 'sine',
      frequency: { value: 0 },
      start: () => (started += 1),
      stop: silent,
    });
  }
  Object.defineProperty(globalThis, 'AudioContext', { value: AudioOfTest, configurable: true });
  return { tones: () => started };
}
