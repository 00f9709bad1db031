import { describe, expect, it } from '@jest/globals';
import { render } from '@testing-library/react';
import { violations } from './axe';

describe('the accessibility check', () => {
  it('finds what is wrong, so that its silence means something', async () => {
    const { container } = render(
      <main>
        <h1>Page</h1>
        <button type="button" />
        <input />
      </main>,
    );
    const rules = (await violations(container)).map((one) => one.split(':')[0]);
    expect(rules).toEqual(expect.arrayContaining(['button-name', 'label']));
  });
});
