import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import type * as SoundModule from './sound';
import type * as LeaderModule from './sound-leader';

/** The locks of one browser: whoever asks first holds the name until its tab closes. */
class Locks {
  private readonly queue: { work: () => void; closed: boolean }[] = [];

  readonly ofTab = () => {
    const asked: { work: () => void; closed: boolean }[] = [];
    return {
      request: (_name: string, work: () => void) => {
        const entry = { work, closed: false };
        asked.push(entry);
        this.queue.push(entry);
        if (this.queue.length === 1) work();
        return new Promise<never>(() => undefined);
      },
      close: () => {
        for (const entry of asked) entry.closed = true;
        const held = this.queue[0]?.closed;
        while (this.queue[0]?.closed) this.queue.shift();
        if (held) this.queue[0]?.work();
      },
    };
  };
}

/** A browser's sound as far as ours touches it: shut until the person did something that counts. */
class AudioOfTest {
  static accepts = true;
  static played: { hertz: number; loudness: number }[] = [];
  state: 'suspended' | 'running' = 'suspended';
  currentTime = 0;
  destination = {};

  resume(): Promise<void> {
    if (!AudioOfTest.accepts) return new Promise(() => undefined);
    this.state = 'running';
    return Promise.resolve();
  }

  createOscillator() {
    const tone = {
      type: 'sine',
      frequency: { value: 0 },
      connect: (gain: { loudness: number }) => {
        AudioOfTest.played.push({ hertz: tone.frequency.value, loudness: gain.loudness });
        return { connect: () => undefined };
      },
      start: () => undefined,
      stop: () => undefined,
    };
    return tone;
  }

  createGain() {
    const node = {
      loudness: 0,
      gain: {
        setValueAtTime: () => undefined,
        linearRampToValueAtTime: (loudness: number) => (node.loudness = loudness),
        exponentialRampToValueAtTime: () => undefined,
      },
    };
    return node;
  }
}

interface Tab {
  sound: typeof SoundModule;
  leader: typeof LeaderModule;
}

/** Our modules as a new tab loads them. */
async function newTab(): Promise<Tab> {
  jest.resetModules();
  return { leader: await import('./sound-leader'), sound: await import('./sound') };
}

const put = (target: object, name: string, value: unknown) =>
  Object.defineProperty(target, name, { configurable: true, value });

beforeEach(() => {
  AudioOfTest.accepts = true;
  AudioOfTest.played = [];
  put(globalThis, 'AudioContext', AudioOfTest);
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'AudioContext');
  Reflect.deleteProperty(navigator, 'locks');
});

describe('the tab that rings', () => {
  it('is one of all that are open, and the next in line when it closes', async () => {
    const locks = new Locks();
    const tabs: Tab[] = [];
    const doors = [];
    for (let index = 0; index < 3; index += 1) {
      const door = locks.ofTab();
      put(navigator, 'locks', door);
      const tab = await newTab();
      tab.leader.standForSoundLeader();
      tabs.push(tab);
      doors.push(door);
    }
    const leading = () => tabs.map((tab) => tab.leader.leadsSound());
    expect(leading()).toEqual([true, false, false]);
    doors[1]?.close();
    expect(leading()).toEqual([true, false, false]);
    doors[0]?.close();
    expect(leading()[2]).toBe(true);
  });

  it('is every tab where the browser has no locks: better twice than never', async () => {
    const { leader } = await newTab();
    expect(leader.leadsSound()).toBe(false);
    leader.standForSoundLeader();
    expect(leader.leadsSound()).toBe(true);
  });
});

describe('the sound', () => {
  it('is shut until the person does something that counts, and then stops listening', async () => {
    const { sound } = await newTab();
    AudioOfTest.accepts = false;
    sound.unlockSoundOnFirstTouch();
    document.body.click();
    await waitFor(() => expect(sound.useSoundLock.getState().locked).toBe(true));
    AudioOfTest.accepts = true;
    dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    await waitFor(() => expect(sound.useSoundLock.getState().locked).toBe(false));
  });

  it('says that it is still shut when the browser did not accept the touch', async () => {
    const { sound } = await newTab();
    AudioOfTest.accepts = false;
    await sound.unlockSound();
    expect(sound.useSoundLock.getState().locked).toBe(true);
  });

  it('rings two notes, and only in the tab that leads', async () => {
    const { sound, leader } = await newTab();
    await sound.unlockSound();
    sound.ring();
    expect(AudioOfTest.played).toEqual([]);
    leader.standForSoundLeader();
    sound.ring({ volume: 1 });
    expect(AudioOfTest.played).toEqual([
      { hertz: 587.33, loudness: 0.3 },
      { hertz: 880, loudness: 0.3 },
    ]);
  });

  it('rings in any tab when the person asks to hear it', async () => {
    const { sound } = await newTab();
    await sound.unlockSound();
    sound.ring({ asked: true });
    expect(AudioOfTest.played).toHaveLength(2);
  });

  it('is silent, not broken, while shut and in a browser without sound', async () => {
    const { sound, leader } = await newTab();
    leader.standForSoundLeader();
    sound.ring({ asked: true });
    Reflect.deleteProperty(globalThis, 'AudioContext');
    await sound.unlockSound();
    sound.ring({ asked: true });
    expect(AudioOfTest.played).toEqual([]);
    expect(sound.useSoundLock.getState().locked).toBe(true);
  });
});
