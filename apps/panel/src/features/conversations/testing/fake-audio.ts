/** What the page would be heard to play: counts the tones that start, and tells how loud the last one became (0 to 1). */
export function fakeAudio(): { tones: () => number; loudest: () => number } {
  let started = 0;
  let loudest = 0;
  const param = () => ({
    value: 0,
    setValueAtTime: silent,
    linearRampToValueAtTime: (value: number) => void (loudest = value),
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
  return { tones: () => started, loudest: () => loudest };
}
