import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useTypedText } from './use-typed-text';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function typing(value = '') {
  const told: string[] = [];
  const hook = renderHook(({ of }) => useTypedText(of, (text) => told.push(text)), { initialProps: { of: value } });
  return {
    told,
    shown: () => hook.result.current[0],
    type: (text: string) => act(() => hook.result.current[1](text)),
    pause: () => act(() => jest.runAllTimers()),
    become: (of: string) => hook.rerender({ of }),
    leave: () => hook.unmount(),
  };
}

describe('text that is typed', () => {
  it('is shown key by key and told once, trimmed, when the typing pauses', () => {
    const field = typing();
    for (const text of [' s', ' so', ' sof ']) {
      field.type(text);
      expect(field.shown()).toBe(text);
    }
    expect(field.told).toEqual([]);
    field.pause();
    expect(field.told).toEqual(['sof']);
  });

  it('keeps its blanks in view once it was told, so that the next word can follow', () => {
    const field = typing();
    field.type('sofá ');
    field.pause();
    field.become('sofá');
    expect(field.shown()).toBe('sofá ');
  });

  it('gives way to a value that changed elsewhere, such as by the back button', () => {
    const field = typing('sofá');
    field.type('sofá gris');
    field.pause();
    field.become('');
    expect(field.shown()).toBe('');
  });

  it('can be emptied', () => {
    const field = typing('sofá');
    field.type('');
    expect(field.shown()).toBe('');
    field.pause();
    expect(field.told).toEqual(['']);
  });

  it('is not told any more after the screen was left', () => {
    const field = typing();
    field.type('sofá');
    field.leave();
    field.pause();
    expect(field.told).toEqual([]);
  });
});
