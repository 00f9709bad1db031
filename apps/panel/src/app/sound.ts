import { create } from 'zustand';
import { leadsSound } from './sound-leader';

/** Browsers keep audio shut until the person touches the page; `locked` is shown, never guessed. */
export const useSoundLock = create<{ locked: boolean }>(() => ({ locked: true }));

let audio: AudioContext | null = null;

export async function unlockSound(): Promise<void> {
  if (typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  // Without a touch that counts, `resume` stays pending for ever.
  if (audio.state !== 'running') await Promise.race([audio.resume(), new Promise((later) => setTimeout(later, 300))]);
  useSoundLock.setState({ locked: audio.state !== 'running' });
}

/**
 * Opens the sound with the first press or key of the visit that the browser accepts. On `click`, not earlier: the strip
 * that goes away must not move what is being pressed.
 */
export function unlockSoundOnFirstTouch(): void {
  const open = () => void unlockSound().then(stopWhenOpen);
  const stopWhenOpen = () => {
    if (useSoundLock.getState().locked) return;
    removeEventListener('click', open, true);
    removeEventListener('keydown', open);
  };
  addEventListener('click', open, true);
  addEventListener('keydown', open);
}

/** Two soft notes, a fifth apart. `volume` is 0 to 1. Only the leading tab rings; asked by hand, any does. */
export function ring({ volume = 0.6, asked = false }: { volume?: number; asked?: boolean } = {}): void {
  if (!audio || audio.state !== 'running' || !(asked || leadsSound())) return;
  const start = audio.currentTime;
  note(audio, 587.33, start, volume);
  note(audio, 880, start + 0.12, volume);
}

function note(context: AudioContext, hertz: number, at: number, volume: number): void {
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = hertz;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(volume * 0.3, at + 0.015);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.45);
  tone.connect(loudness).connect(context.destination);
  tone.start(at);
  tone.stop(at + 0.5);
}
