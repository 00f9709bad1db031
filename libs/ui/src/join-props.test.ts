import { describe, expect, it } from '@jest/globals';
import { joinProps, tellRef } from './join-props';

describe('joinProps', () => {
  it('runs the handler of the element first and then ours, with the same event', () => {
    const ran: unknown[] = [];
    const joined = joinProps(
      { onClick: (event: unknown) => ran.push(['own', event]), title: 'Own' },
      { onClick: (event: unknown) => ran.push(['ours', event]), onFocus: () => ran.push('focus') },
    );
    (joined['onClick'] as (event: unknown) => void)('press');
    (joined['onFocus'] as () => void)();
    expect(ran).toEqual([['own', 'press'], ['ours', 'press'], 'focus']);
    expect(joined).not.toHaveProperty('title');
  });

  it('keeps ours when the element has nothing to run', () => {
    const ours = () => undefined;
    expect(joinProps({ onClick: undefined }, { onClick: ours, 'aria-expanded': false })).toEqual({
      onClick: ours,
      'aria-expanded': false,
    });
  });
});

describe('tellRef', () => {
  it('tells functions and objects, and minds no ref at all', () => {
    const element = document.createElement('button');
    const box: { current: HTMLElement | null } = { current: null };
    const told: unknown[] = [];
    tellRef(box, element);
    tellRef((next: unknown) => told.push(next), element);
    tellRef(undefined, element);
    expect(box.current).toBe(element);
    expect(told).toEqual([element]);
  });
});
