import { beforeAll, describe, expect, it } from '@jest/globals';
import { renderHook } from '@testing-library/react';
import { speakSpanish } from '../testing/words';
import { lazyFeature } from './lazy-feature';
import { newId } from './new-id';
import { memoryStore } from './key-value-store';
import { documentTitle, usePageTitle, usePageTitleStore } from './page-title';
import { relativeTime } from './relative-time';
import { useImmersive, useImmersiveStore } from './shell/immersive';
import { usePalette, useShortcutSheet } from './shell/palette-store';

beforeAll(speakSpanish);

describe('a feature that is fetched when first opened', () => {
  it('is fetched once, however often its link is hovered', async () => {
    let fetched = 0;
    const feature = lazyFeature(() => Promise.resolve({ number: (fetched += 1) }), ['leads']);
    await feature.load();
    await feature.load();
    expect([fetched, feature.screens().number]).toEqual([1, 1]);
  });

  it('is tried again after its code could not be fetched', async () => {
    let tries = 0;
    const feature = lazyFeature(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve({ Screen: 'here' });
    }, []);
    await expect(feature.load()).rejects.toThrow('Failed to fetch');
    expect(() => feature.screens()).toThrow(/before its route/);
    await feature.load();
    expect(feature.screens().Screen).toBe('here');
  });
});

describe('the name of the page', () => {
  it.each([
    ['Bandeja', 0, 'Bandeja · Tienda'],
    ['Bandeja', 3, '(3) Bandeja · Tienda'],
    ['Bandeja', 100, '(99+) Bandeja · Tienda'],
    [null, 0, 'Tienda'],
    [null, 1, '(1) Tienda'],
  ])('of %p with %i unread is %s', (screen, unread, title) => {
    expect(documentTitle(screen, 'Tienda', unread)).toBe(title);
  });

  it('is the screen’s own for as long as it is there', () => {
    const { rerender, unmount } = renderHook(({ name }) => usePageTitle(name), {
      initialProps: { name: 'María' as string | undefined },
    });
    expect(usePageTitleStore.getState().title).toBe('María');
    rerender({ name: undefined });
    expect(usePageTitleStore.getState().title).toBeNull();
    rerender({ name: 'Ana' });
    unmount();
    expect(usePageTitleStore.getState().title).toBeNull();
  });
});

describe('the whole height of a phone', () => {
  it('is given to a screen while it wants it', () => {
    const { rerender, unmount } = renderHook(({ active }) => useImmersive(active), { initialProps: { active: true } });
    expect(useImmersiveStore.getState().immersive).toBe(true);
    rerender({ active: false });
    expect(useImmersiveStore.getState().immersive).toBe(false);
    rerender({ active: true });
    unmount();
    expect(useImmersiveStore.getState().immersive).toBe(false);
  });
});

describe('how long ago', () => {
  const now = new Date('2026-11-20T12:00:00Z');

  it.each([
    ['2026-11-20T11:59:31Z', 'es', /ahora/],
    ['2026-11-20T11:59:00Z', 'es', /hace 1 min/],
    ['2026-11-20T11:01:00Z', 'es', /hace 59 min/],
    ['2026-11-20T11:00:00Z', 'es', /hace 1 h/],
    ['2026-11-19T12:00:00Z', 'es', /ayer/],
    ['2026-11-13T12:00:00Z', 'es', /hace 7 d/],
    ['2026-11-20T13:00:00Z', 'es', /dentro de 1 h|en 1 h/],
    ['2026-11-20T11:55:00Z', 'en', /5 min\. ago/],
    ['2026-11-19T12:00:00Z', 'pt-BR', /ontem/],
  ])('%s in %s reads %p', (at, language, words) => {
    expect(relativeTime(at, now, language)).toMatch(words);
  });
});

describe('small stores', () => {
  it('open apart from each other', () => {
    usePalette.getState().show();
    expect([usePalette.getState().open, useShortcutSheet.getState().open]).toEqual([true, false]);
    usePalette.getState().set(false);
    expect(usePalette.getState().open).toBe(false);
  });

  it('keep, replace, list and forget', async () => {
    const store = memoryStore<number>();
    await store.set('a', 1);
    await store.set('a', 2);
    await store.set('b', 3);
    await store.remove('b');
    await store.remove('never');
    expect([await store.get('a'), await store.get('b'), await store.all()]).toEqual([2, undefined, [['a', 2]]]);
  });

  it('give every message an id of its own that the API takes for a UUID', () => {
    const ids = Array.from({ length: 500 }, newId);
    expect(new Set(ids).size).toBe(500);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
