import { beforeAll, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { Button } from './button';
import { Checkbox } from './checkbox';
import { Chip } from './chip';
import type { ComboboxOption } from './combobox';
import { ErrorCard } from './error-card';
import { Kbd } from './kbd';
import { MultiCombobox } from './multi-combobox';
import { PhonePreview } from './phone-preview';
import { Popover } from './popover';
import { Progress } from './progress';
import { SkeletonRows } from './skeleton';
import { Stepper } from './stepper';
import { Switch } from './switch';
import { bringPopups } from './popup-code';
import { draw } from './testing/render';

beforeAll(bringPopups);

describe('ErrorCard', () => {
  it('is announced, tries again and copies the detail without showing it', async () => {
    let retries = 0;
    const { user } = draw(
      <ErrorCard
        title="The list did not come"
        cause="No answer."
        detail="unavailable · 503 · r-1"
        onRetry={() => (retries += 1)}
      />,
    );
    const card = screen.getByRole('alert');
    expect(card.textContent).toContain('The list did not come');
    expect(card.textContent).not.toContain('503');
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(retries).toBe(1);
    await user.click(screen.getByRole('button', { name: 'Copy detail' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe('unavailable · 503 · r-1');
  });
});

describe('Stepper', () => {
  it('says which step is under way and which are done', () => {
    draw(<Stepper steps={['Audience', 'Message', 'Review']} current={1} />);
    const steps = within(screen.getByRole('list', { name: 'Steps' })).getAllByRole('listitem');
    expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, 'step', null]);
    expect(steps[0]?.textContent).toContain('(done)');
    expect(steps[2]?.textContent).not.toContain('(done)');
  });
});

describe('Progress', () => {
  it('reads its value in the words it was given', () => {
    draw(<Progress label="Campaign" value={402} max={1222} valueText="402 / 1 222" />);
    const bar = screen.getByRole('progressbar', { name: 'Campaign' });
    expect(bar.getAttribute('aria-valuetext')).toBe('402 / 1 222');
    expect(bar.getAttribute('aria-valuenow')).toBe('402');
  });

  it('claims no value when nobody knows how long it takes', () => {
    draw(<Progress label="Preparing" value={null} />);
    expect(screen.getByRole('progressbar', { name: 'Preparing' }).getAttribute('aria-valuenow')).toBeNull();
  });
});

describe('Switch and Checkbox', () => {
  it('turn with the keyboard and are named by their labels', async () => {
    const turned: [string, boolean][] = [];
    const { user } = draw(
      <>
        <Switch
          label="Sound"
          help="Rings on every message."
          checked
          onCheckedChange={(on) => turned.push(['sound', on])}
        />
        <Checkbox label="Agree" checked={false} onCheckedChange={(on) => turned.push(['agree', on])} />
      </>,
    );
    expect(screen.getByRole('switch', { name: 'Sound' }).getAttribute('aria-checked')).toBe('true');
    await user.tab();
    await user.keyboard(' ');
    await user.tab();
    await user.keyboard(' ');
    expect(turned).toEqual([
      ['sound', false],
      ['agree', true],
    ]);
  });
});

describe('MultiCombobox and Chip', () => {
  it('take a choice away by its name', async () => {
    const options: ComboboxOption[] = [
      { value: '1', label: 'Ads' },
      { value: '2', label: 'Bio' },
    ];
    const left: string[][] = [];
    let removed = 0;
    const { user } = draw(
      <>
        <MultiCombobox
          label="Links"
          options={options}
          value={options}
          onValueChange={(value) => left.push(value.map((one) => one.label))}
        />
        <Chip onRemove={() => (removed += 1)}>Instagram</Chip>
      </>,
    );
    await user.click(screen.getByRole('button', { name: 'Remove Ads' }));
    expect(left).toEqual([['Bio']]);
    await user.click(screen.getByRole('button', { name: 'Remove Instagram' }));
    expect(removed).toBe(1);
  });
});

describe('Popover', () => {
  it('is named by its title and gives the focus back on Escape', async () => {
    const { user } = draw(
      <Popover title="Filters" trigger={<Button>Filter</Button>}>
        <input aria-label="Tag" />
      </Popover>,
    );
    await user.click(screen.getByRole('button', { name: 'Filter' }));
    expect(await screen.findByRole('dialog', { name: 'Filters' })).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Filter' }));
  });
});

describe('small things', () => {
  it('say once that a list is loading, whatever the number of rows', () => {
    draw(<SkeletonRows rows={5} label="Loading conversations" />);
    expect(screen.getAllByRole('status', { name: 'Loading conversations' })).toHaveLength(1);
  });

  it('split chords and sequences into keys', () => {
    const { container } = draw(<Kbd keys="Ctrl+K g b" />);
    expect([...container.querySelectorAll('kbd span')].map((cap) => cap.textContent)).toEqual(['Ctrl', 'K', 'g', 'b']);
  });

  it('show a message as the customer will see it', () => {
    draw(
      <PhonePreview
        businessName="Shop"
        body="Your plan ends."
        footer="Reply STOP"
        buttons={[{ title: 'Yes', kind: 'reply' }]}
      />,
    );
    const phone = screen.getByRole('figure', { name: 'Phone preview' });
    for (const words of ['Shop', 'Your plan ends.', 'Reply STOP', 'Yes'])
      expect(within(phone).getByText(words)).toBeTruthy();
  });
});
