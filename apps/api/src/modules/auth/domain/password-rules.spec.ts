import { describe, expect, it } from '@jest/globals';
import { judgePassword } from './password-rules.js';

const about = { email: 'paula.mendoza@tienda.test', name: 'Paula Mendoza' };

describe('judgePassword', () => {
  it.each(['caballo-correcto-9', 'Lluvia en Quito 2026', 'kX7#pQ2!vN'])('accepts %s', (password) => {
    expect(judgePassword(password, about)).toEqual({ ok: true });
  });

  it.each([
    ['corta9!', 'at least 10'],
    ['x'.repeat(201), 'at most 200'],
    ['abababababab', 'too few'],
    ['1234567890', 'first that anybody'],
    ['Password2026', 'first that anybody'],
    ['qwertyuiop', 'first that anybody'],
    ['contraseña1234', 'first that anybody'],
    ['paula.mendoza', 'your own name'],
    ['PaulaMendoza1', 'your own name'],
    ['paula.mendoza@tienda.test', 'your own name'],
  ])('refuses %s', (password, reason) => {
    expect(judgePassword(password, about)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });
});
