import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { Segmented, type SegmentedOption } from './segmented';
import { Tabs, type TabItem } from './tabs';
import { violations } from './testing/axe';
import { draw } from './testing/render';

const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

describe('Segmented', () => {
  type Look = 'list' | 'board' | 'map';
  const options: SegmentedOption<Look>[] = [
    { value: 'list', label: 'List', count: 0 },
    { value: 'board', label: 'Board', count: null },
    { value: 'map', label: 'Map', hideLabel: true, icon: <svg /> },
  ];

  function Box({ told = [], look }: { told?: Look[]; look?: 'inset' | 'pills' }) {
    const [value, setValue] = useState<Look>('list');
    return (
      <Segmented
        label="View"
        look={look}
        options={options}
        value={value}
        onValueChange={(next) => {
          told.push(next);
          setValue(next);
        }}
      />
    );
  }

  it.each([
    ['{ArrowRight}', 'Board'],
    ['{ArrowDown}', 'Board'],
    ['{ArrowLeft}', 'Map'],
    ['{ArrowUp}', 'Map'],
    ['{End}', 'Map'],
    ['{End}{Home}', 'List0'],
    ['{End}{ArrowRight}', 'List0'],
    ['{Control>}{ArrowRight}{/Control}', 'List0'],
    ['{Shift>}{ArrowRight}{/Shift}', 'List0'],
    ['{Alt>}{ArrowLeft}{/Alt}', 'List0'],
    ['x', 'List0'],
  ])('goes with %s to %s', async (keys, name) => {
    const told: Look[] = [];
    const { user } = draw(<Box told={told} />);
    await user.tab();
    await user.keyboard(keys);
    expect(focused()).toBe(name);
    expect(told).toEqual([]);
  });

  it('comes back to the chosen one, not to the first', async () => {
    const { user } = draw(
      <>
        <Box />
        <button type="button">After</button>
      </>,
    );
    await user.click(screen.getByRole('button', { name: 'Board' }));
    await user.tab();
    expect(focused()).toBe('After');
    await user.tab({ shift: true });
    expect(focused()).toBe('Board');
  });

  it('does not tell a choice that is already on', async () => {
    const told: Look[] = [];
    const { user } = draw(<Box told={told} look="pills" />);
    await user.dblClick(screen.getByRole('button', { name: 'Map' }));
    await user.click(screen.getByRole('button', { name: /List/ }));
    expect(told).toEqual(['map', 'list']);
  });

  it('shows a nought, which is a count, but nothing where there is no count', () => {
    draw(<Box />);
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['List0', 'Board', '']);
  });

  it('keeps its arrows from shortcuts of the page', async () => {
    const heard: string[] = [];
    const { user } = draw(
      <div role="presentation" onKeyDown={(event) => heard.push(event.key)}>
        <Box />
      </div>,
    );
    await user.tab();
    heard.length = 0;
    await user.keyboard('{ArrowRight}j');
    expect(heard).toEqual(['j']);
  });

  it.each(['inset', 'pills'] as const)('keeps the accessibility rules as %s', async (look) => {
    const { container } = draw(
      <main>
        <Box look={look} />
      </main>,
    );
    expect(screen.getByRole('group', { name: 'View' })).toBeTruthy();
    expect(await violations(container)).toEqual([]);
  });
});

describe('Tabs', () => {
  type Part = 'chats' | 'leads' | 'files';
  const items: TabItem<Part>[] = [
    { value: 'chats', label: 'Chats', count: 3, panel: <p>Three chats</p> },
    { value: 'leads', label: 'Leads', count: 0, panel: <input aria-label="Find a lead" /> },
    { value: 'files', label: 'Files', panel: <p>No files</p> },
  ];

  function Box() {
    const [value, setValue] = useState<Part>('chats');
    return <Tabs label="Record" items={items} value={value} onValueChange={setValue} />;
  }

  const tab = (name: RegExp) => screen.getByRole('tab', { name });

  it('is one stop for Tab, goes round with the arrows and opens with Enter', async () => {
    const { user } = draw(<Box />);
    await user.tab();
    expect(document.activeElement).toBe(tab(/Chats/));
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(document.activeElement).toBe(tab(/Leads/)));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(tab(/Leads/).getAttribute('aria-selected')).toBe('true'));
    await user.keyboard('{End}{ArrowRight}');
    await waitFor(() => expect(document.activeElement).toBe(tab(/Chats/)));
  });

  it('shows one panel, reached by the next Tab', async () => {
    const { user } = draw(<Box />);
    await user.click(tab(/Leads/));
    expect(screen.queryByText('Three chats')).toBeNull();
    const panel = screen.getByRole('tabpanel');
    expect(panel.getAttribute('aria-labelledby')).toBe(tab(/Leads/).id);
    await user.tab();
    await user.tab();
    expect(focused()).toBe('Find a lead');
  });

  it('shows counts, a nought among them', () => {
    draw(<Box />);
    expect(screen.getAllByRole('tab').map((one) => one.textContent)).toEqual(['Chats3', 'Leads0', 'Files']);
  });

  it('keeps the accessibility rules', async () => {
    const { container } = draw(
      <main>
        <Box />
      </main>,
    );
    expect(screen.getByRole('tablist', { name: 'Record' })).toBeTruthy();
    expect(await violations(container)).toEqual([]);
  });
});
