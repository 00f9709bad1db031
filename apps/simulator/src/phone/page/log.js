import { make } from './bubble.js';

const { document } = globalThis;

/** Adds a line to "Qué pasó", the newest first. */
export function note(words, detail, bad) {
  const list = document.getElementById('log');
  list.prepend(make('li', '', make('span', bad ? 'bad' : '', words), make('span', '', detail)));
  while (list.children.length > 60) list.lastElementChild.remove();
}
