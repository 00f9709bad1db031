import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Avatar } from './avatar';
import { avatarTone, initialsOf } from './avatar-tone';
import { CountBadge } from './badge';
import type { TickStatus } from './labels';
import { LABELS } from './testing/labels';
import { draw } from './testing/render';
import { Tick } from './tick';

describe('Tick', () => {
  const statuses = Object.keys(LABELS.ticks) as TickStatus[];

  it.each(statuses)('says %s in words', (status) => {
    draw(<Tick status={status} />);
    expect(screen.getByText(LABELS.ticks[status])).toBeTruthy();
  });

  it('never says two statuses with the same words', () => {
    expect(new Set(Object.values(LABELS.ticks)).size).toBe(statuses.length);
  });
});

describe('CountBadge', () => {
  it('is not there at zero, says the whole number and draws at most 99+', () => {
    const { container, rerender } = draw(<CountBadge count={0} label="0 unread" />);
    expect(container.textContent).toBe('');
    rerender(<CountBadge count={128} label="128 unread" />);
    expect(container.textContent).toBe('99+128 unread');
  });
});

describe('Avatar', () => {
  it('says the channel and the presence, not the initials', () => {
    draw(<Avatar name="Ana López" seed="1" channel="instagram" presence={{ available: false, label: 'Away' }} />);
    expect(screen.getByText('Instagram')).toBeTruthy();
    expect(screen.getByText('Away')).toBeTruthy();
    expect(screen.getByText('AL').getAttribute('aria-hidden')).toBe('true');
  });

  it('keeps its colour through a rename and uses all of them', () => {
    expect(avatarTone('id-7', 6)).toBe(avatarTone('id-7', 6));
    const tones = new Set(Array.from({ length: 200 }, (_, index) => avatarTone(`id-${index}`, 6)));
    expect([...tones].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it.each([
    ['María González', 'MG'],
    ['ana', 'A'],
    ['Juan (Taller) Pérez', 'JT'],
    ['+593 96 819 6046', '#'],
    ['', '#'],
  ])('takes the initials of %p as %p', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
