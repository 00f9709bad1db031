import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { Me } from '../../app/session';
import { violations } from '../../testing/axe';
import { aMe } from '../../testing/a-me';
import { fakeServer, type Answer } from '../../testing/fake-server';
import { renderPanel } from '../../testing/render-panel';
import { SignInScreen } from './screen';
import { SignInForm } from './sign-in-form';
import { secondsLeft } from './use-countdown';

const ME = aMe({ permissions: [] });

let server: ReturnType<typeof fakeServer> | undefined;
afterEach(() => server?.close());

async function arrive(answers: Answer[], element = <SignInScreen onSignedIn={(me) => entered.push(me)} />) {
  entered.length = 0;
  server = fakeServer(({ path }) => (path === '/auth/sign-in' ? answers.shift() : undefined));
  return renderPanel(element);
}
const entered: Me[] = [];
const email = () => screen.getByLabelText<HTMLInputElement>('Correo');
const password = () => screen.getByLabelText<HTMLInputElement>('Contraseña');

describe('signing in', () => {
  it('starts at the email and goes in with Enter', async () => {
    const { user } = await arrive([{ body: { user: ME } }]);
    expect(document.activeElement).toBe(email());
    await user.keyboard('paula@example.com{Tab}una frase larga{Enter}');
    await waitFor(() => expect(entered).toEqual([ME]));
    expect(server?.received[0]).toMatchObject({
      method: 'POST',
      path: '/auth/sign-in',
      body: { email: 'paula@example.com', password: 'una frase larga' },
    });
  });

  it('keeps the email, focuses the password and does not say which was wrong', async () => {
    const { user } = await arrive([{ status: 401, body: { code: 'invalid_credentials', status: 401 } }]);
    await user.type(email(), 'paula@example.com');
    await user.type(password(), 'no es esta{Enter}');
    const words = await screen.findByText('El correo o la contraseña no coinciden.');
    expect(password().getAttribute('aria-describedby')).toContain(words.id);
    expect(email().value).toBe('paula@example.com');
    expect(document.activeElement).toBe(password());
    expect(entered).toEqual([]);
  });

  it('counts down when there were too many tries, and sends nothing meanwhile', async () => {
    const { user } = await arrive([
      { status: 429, body: { code: 'too_many_requests', status: 429 }, headers: { 'retry-after': '30' } },
    ]);
    await user.type(email(), 'paula@example.com');
    await user.type(password(), 'otra vez{Enter}');
    const wait = await screen.findByRole('button', { name: /Esperar (30|29) segundos/ });
    await user.click(wait);
    await user.type(password(), '{Enter}');
    expect(server?.received).toHaveLength(1);
  });

  it('says when the server does not answer', async () => {
    const { user } = await arrive([{ status: 503, body: { code: 'unavailable', status: 503 } }]);
    await user.type(email(), 'paula@example.com');
    await user.type(password(), 'una frase larga{Enter}');
    expect(await screen.findByText(/Una parte del sistema no responde/)).toBeTruthy();
  });

  it('takes a pasted password and lets managers fill both fields', async () => {
    const { user } = await arrive([]);
    await user.click(password());
    await user.paste('pegada');
    expect(password().value).toBe('pegada');
    expect([email().autocomplete, password().autocomplete]).toEqual(['username', 'current-password']);
  });

  it('asks only for the password when the session ended', async () => {
    const { user } = await arrive(
      [{ body: { user: ME } }],
      <SignInForm email="paula@example.com" onSignedIn={(me) => entered.push(me)} />,
    );
    expect(screen.queryByLabelText('Correo')).toBeNull();
    await user.type(password(), 'una frase larga{Enter}');
    await waitFor(() => expect(entered).toEqual([ME]));
    expect(server?.received[0]?.body).toEqual({ email: 'paula@example.com', password: 'una frase larga' });
  });

  it('has no accessibility violations', async () => {
    await arrive([]);
    expect(await violations(document.body)).toEqual([]);
  });
});

describe('the countdown', () => {
  it('rounds up and never goes below zero', () => {
    expect(secondsLeft(10_001, 9000)).toBe(2);
    expect(secondsLeft(9000, 9000)).toBe(0);
    expect(secondsLeft(1, 9000)).toBe(0);
  });
});
