import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { renderPanel } from '../../testing/render-panel';
import { GalleryScreen } from './screen';

describe('the gallery', () => {
  it('draws the whole kit in both themes without accessibility violations', async () => {
    const { container } = await renderPanel(<GalleryScreen />);
    expect([...container.querySelectorAll('[data-theme]')].map((part) => part.getAttribute('data-theme'))).toEqual([
      'light',
      'dark',
    ]);
    const found = await violations(document.body);
    // Both themes side by side repeat the names of their regions; a real page has each once.
    expect(found.filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
  }, 180_000);

  it('shows one theme alone', async () => {
    const { user, container } = await renderPanel(<GalleryScreen />);
    await user.click(screen.getByRole('button', { name: 'Oscuro' }));
    expect([...container.querySelectorAll('[data-theme]')].map((part) => part.getAttribute('data-theme'))).toEqual([
      'dark',
    ]);
  }, 180_000);
});
