import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { ApiProblem } from '../../app/api-problem';
import { fakeServer, type Answer } from '../../testing/fake-server';
import { renderPanel } from '../../testing/render-panel';
import { SignInForm, waitOf } from './sign-in-form';

let server: ReturnType<typeof fakeServer> | undefined;
afterEach(() => server?.close());

async function tried(answer: () => Answer | Promise<Answer>) {
  server = fakeServer(answer);
  const entered: unknown[] = [];
  const { user } = await renderPanel(<SignInForm submitLabel="Continuar" onSignedIn={(me) => entered.push(me)} />);
  await user.type(screen.getByLabelText('Correo'), 'paula@example.com');
  await user.type(screen.getByLabelText('Contraseña'), 'una frase{Enter}');
  return { user, entered, sent: () => server?.received.length };
}

describe('a refusal of the door', () => {
  it.each([
    [new ApiProblem('too_many_requests', 429, '', null, [], { retryAfterS: 12.2 }), 13],
    [new ApiProblem('too_many_requests', 429, ''), 60],
    [new ApiProblem('too_many_requests', 429, '', null, [], { retryAfterS: 'soon' }), 60],
    [new ApiProblem('invalid_credentials', 401, '', null, [], { retryAfterS: 5 }), null],
    [new Error('a bug'), null],
  ])('%p asks to wait %p seconds', (problem, seconds) => {
    expect(waitOf(problem)).toBe(seconds);
  });

  it('comes once for one try, however often Enter is pressed meanwhile', async () => {
    let answer: (given: Answer) => void = () => undefined;
    const later = new Promise<Answer>((resolve) => (answer = resolve));
    const { user, entered, sent } = await tried(() => later);
    await user.keyboard('{Enter}{Enter}');
    expect(sent()).toBe(1);
    expect(screen.getByRole('button', { name: /Continuar/ }).getAttribute('aria-busy')).toBe('true');
    answer({ body: { user: { id: 'u1' } } });
    await waitFor(() => expect(entered).toEqual([{ id: 'u1' }]));
  });

  it('that is no answer at all can be tried again with what was typed', async () => {
    let down = true;
    const { user, entered, sent } = await tried(() =>
      down ? Promise.reject(new TypeError('Failed to fetch')) : { body: { user: { id: 'u1' } } },
    );
    await waitFor(() => expect(screen.getByLabelText('Contraseña').getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByLabelText<HTMLInputElement>('Correo').value).toBe('paula@example.com');
    down = false;
    await user.type(screen.getByLabelText('Contraseña'), '{Enter}');
    await waitFor(() => expect(entered).toHaveLength(1));
    expect(sent()).toBe(2);
  });
});
