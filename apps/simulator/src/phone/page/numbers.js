import { ask, line } from './api.js';

const { document } = globalThis;

const at = (id) => document.getElementById(id);

/** Asks which numbers there are and shows the one that is written to; a list to choose from when there are several. */
export async function showNumbers() {
  const { data } = await ask('/phone/numbers');
  const usual = data.find(({ primary }) => primary);
  const chosen = data.find(({ phoneNumberId }) => phoneNumberId === line.number) ?? usual;
  at('shop').textContent = `${chosen.name} ${chosen.displayNumber}`;
  const options = data.map(({ phoneNumberId, name, displayNumber }) => {
    const option = document.createElement('option');
    option.value = phoneNumberId;
    option.textContent = `${name} ${displayNumber}`;
    option.selected = phoneNumberId === chosen.phoneNumberId;
    return option;
  });
  at('numbers').replaceChildren(...options);
  at('numbers').parentElement.hidden = data.length < 2;
}

/** `onChosen` runs after another number was chosen. */
export function wireNumbers(onChosen) {
  at('numbers').addEventListener('change', (event) => {
    line.number = event.target.value;
    onChosen();
  });
}
