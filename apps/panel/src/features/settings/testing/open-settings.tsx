import { jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { Permission } from '../../../app/permission';
import { aMe } from '../../../testing/a-me';
import type { Answer, Received } from '../../../testing/fake-server';
import { openPanel } from '../../../testing/open-panel';

export const ADMIN_MAY: Permission[] = [
  'conversations:read',
  'leads:read',
  'channels:manage',
  'webhook-events:read',
  'users:manage',
  'keys:manage',
  'settings:manage',
  'system:read',
  'audit:read',
];

/** What the server answers by `METHOD /path`; a function is asked anew each time. */
export type Answers = Record<string, Answer | ((request: Received) => Answer)>;

export const page = (data: unknown[], nextCursor: string | null = null): Answer => ({ body: { data, nextCursor } });

export const refusal = (status: number, code: string, paths: string[] = []): Answer => ({
  status,
  body: { code, status, errors: paths.map((path) => ({ path, message: 'refused' })) },
});

// The whole panel with its longest forms: patience, not a deadline, decides whether it works.
jest.setTimeout(90_000);

export const LATE = { timeout: 12_000 };

/** Opens one section of the settings as somebody who may do everything, or only `permissions`. */
export async function openSettings(section: string, answers: Answers, permissions = ADMIN_MAY) {
  const panel = await openPanel(`/ajustes/${section}`, (request) => {
    const given = answers[`${request.method} ${request.path}`];
    if (given) return typeof given === 'function' ? given(request) : given;
    return request.path === '/me' && request.method === 'GET' ? { body: aMe({ permissions }) } : undefined;
  });
  await screen.findByRole('heading', { level: 1 }, LATE);
  const { user, received } = panel;
  return {
    ...panel,
    /** Bodies of what was sent there, in order. */
    sent: (method: string, path: string) =>
      received.filter((one) => one.method === method && one.path === path).map((one) => one.body),
    request: (method: string, path: string) => received.findLast((one) => one.method === method && one.path === path),
    /** Puts a text into a field in place of what is there. */
    fill: async (label: string | RegExp, text: string, inside: HTMLElement = document.body) => {
      const field = within(inside).getByLabelText(label);
      await user.clear(field);
      if (text === '') return;
      await user.click(field);
      await user.paste(text);
    },
  };
}
