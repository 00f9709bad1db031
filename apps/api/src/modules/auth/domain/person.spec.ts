import { describe, expect, it } from '@jest/globals';
import { initialsOf } from './person.js';

describe('initialsOf', () => {
  it.each([
    ['Paula Mendoza', 'PM'],
    ['María José de la Torre', 'MT'],
    ['óscar', 'Ó'],
    ['  Ana   Ruiz ', 'AR'],
    ['"Lucho" (ventas)', 'LV'],
    ['🙂 Sol', 'S'],
    ['', ''],
  ])('%s -> %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
