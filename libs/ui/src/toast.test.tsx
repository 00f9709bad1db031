import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { draw } from './testing/render';
import { attachToasts, closeToast, showToast, type ToastContent } from './toast';

function say(content: ToastContent): string {
  let id = '';
  act(() => {
    id = showToast({ lasts: 0, ...content });
  });
  return id;
}

describe('toasts', () => {
  let ids: string[] = [];
  beforeEach(() => {
    ids = [];
    draw(<p>A page</p>);
  });
  afterEach(() => act(() => ids.forEach(closeToast)));
  const shown = (content: ToastContent) => ids.push(say(content));

  it('are announced in a region of their own, with the words below the title', async () => {
    shown({ title: 'Lead moved', description: 'Won, 5 minutes ago', tone: 'success' });
    const region = await screen.findByRole('region', { name: /Notices/ });
    await waitFor(() => expect(region.textContent).toContain('Lead moved'));
    expect(region.textContent).toContain('Won, 5 minutes ago');
  });

  it('interrupt only when something went wrong', async () => {
    shown({ title: 'Saved', tone: 'success' });
    shown({ title: 'Not saved', tone: 'danger' });
    expect((await screen.findByRole('alert')).textContent).toContain('Not saved');
    expect(screen.getByRole('alert').textContent).not.toContain('Saved');
    expect(await screen.findByRole('dialog', { name: 'Saved' })).toBeTruthy();
  });

  it('go with their cross, one by one', async () => {
    shown({ title: 'First' });
    shown({ title: 'Second' });
    await screen.findByRole('dialog', { name: 'Second' });
    const first = await screen.findByRole('dialog', { name: 'First' });
    act(() => first.querySelector<HTMLElement>('[aria-label="Close"]')?.click());
    await waitFor(() => expect(screen.queryByText('First')).toBeNull());
    expect(screen.getByText('Second')).toBeTruthy();
  });

  it('can be taken back by whoever showed them', async () => {
    const id = say({ title: 'Sending…' });
    await screen.findByText('Sending…');
    act(() => closeToast(id));
    await waitFor(() => expect(screen.queryByText('Sending…')).toBeNull());
  });

  it('have no button when there is no way back', async () => {
    shown({ title: 'Copied' });
    const toast = await screen.findByRole('dialog', { name: 'Copied' });
    expect([...toast.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'))).toEqual(['Close']);
  });
});

describe('toasts before there is anywhere to show them', () => {
  const region = () => {
    const calls: string[] = [];
    return {
      calls,
      shower: {
        show: (_id: string, content: ToastContent) => void calls.push(`show ${content.title}`),
        close: (id: string) => void calls.push(`close ${id}`),
      },
    };
  };

  it('wait, in order, but for those taken back meanwhile', () => {
    const first = showToast({ title: 'one' });
    showToast({ title: 'two' });
    showToast({ title: 'three' });
    closeToast(first);
    const { calls, shower } = region();
    const leave = attachToasts(shower);
    expect(calls).toEqual(['show two', 'show three']);
    leave();
  });

  it('are shown once, even when the region comes again', () => {
    showToast({ title: 'once' });
    const early = region();
    attachToasts(early.shower)();
    const late = region();
    const leave = attachToasts(late.shower);
    expect(early.calls).toEqual(['show once']);
    expect(late.calls).toEqual([]);
    leave();
  });

  it('keep going to the newer region when the older one leaves late', () => {
    const older = region();
    const newer = region();
    const leaveOlder = attachToasts(older.shower);
    const leaveNewer = attachToasts(newer.shower);
    leaveOlder();
    showToast({ title: 'to the newer' });
    expect(newer.calls).toEqual(['show to the newer']);
    leaveNewer();
  });

  it('have ids of their own, so that one can be closed among many', () => {
    const made = Array.from({ length: 20 }, (_, index) => showToast({ title: `${index}` }));
    expect(new Set(made).size).toBe(20);
    made.forEach(closeToast);
  });
});
