import { describe, expect, it } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import { Avatar } from './avatar';
import { Badge, CountBadge } from './badge';
import { BusyBar } from './busy-bar';
import { Button } from './button';
import { Checkbox } from './checkbox';
import { Chip } from './chip';
import { Empty } from './empty';
import { ErrorCard } from './error-card';
import { Kbd } from './kbd';
import { PageHeader } from './page-header';
import { PhonePreview } from './phone-preview';
import { Progress } from './progress';
import { Skeleton } from './skeleton';
import { Spinner } from './spinner';
import { Stepper } from './stepper';
import { Switch } from './switch';
import { violations } from './testing/axe';
import { draw } from './testing/render';

const long = 'Financiera '.repeat(30).trim();

describe('what only looks', () => {
  it.each([
    ['a spinner', <Spinner key="s" />],
    ['a skeleton', <Skeleton key="k" />],
    ['a busy line', <BusyBar key="b" busy />],
  ])('is not read out: %s', (_name, element) => {
    const { container } = render(element);
    expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
  });

  it('does not turn for those who asked for less motion', () => {
    const { container } = render(<Spinner />);
    expect(container.querySelector('svg')?.classList.contains('motion-reduce:animate-none')).toBe(true);
  });
});

describe('Badge and Chip', () => {
  it('say their word whole, however long', () => {
    draw(
      <>
        <Badge tone="danger">{long}</Badge>
        <Chip>{`chip ${long}`}</Chip>
      </>,
    );
    expect(screen.getByText(long)).toBeTruthy();
    expect(screen.getByText(`chip ${long}`).className).toContain('truncate');
  });

  it('has nothing to press unless it can be taken away, and then says what goes', async () => {
    const { user, rerender } = draw(<Chip>Instagram</Chip>);
    expect(screen.queryByRole('button')).toBeNull();
    let gone = 0;
    rerender(<Chip onRemove={() => (gone += 1)}>Instagram</Chip>);
    await user.tab();
    await user.keyboard('{Enter}');
    expect(gone).toBe(1);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove Instagram');
  });

  it.each([
    [-1, ''],
    [0, ''],
    [1, '1'],
    [99, '99'],
    [100, '99+'],
  ])('counts %i as «%s»', (count, drawn) => {
    const { container } = render(<CountBadge count={count} label="waiting" />);
    expect(container.querySelector('[aria-hidden]')?.textContent ?? '').toBe(drawn);
  });
});

describe('Avatar', () => {
  it.each(['whatsapp', 'instagram', 'sandbox'] as const)('says the channel %s in words', (channel) => {
    draw(<Avatar name="Ana" seed="1" channel={channel} size="lg" />);
    expect(screen.getByText(new RegExp(channel, 'i')).className).toContain('sr-only');
  });

  it('says nothing of its own beside a name', () => {
    const { container } = draw(<Avatar name="Ana López" seed="1" size="sm" />);
    expect(container.querySelector('.sr-only')).toBeNull();
  });
});

describe('Checkbox and Switch', () => {
  it('turn by a press on their words, and not while disabled', async () => {
    const turned: string[] = [];
    const { user } = draw(
      <>
        <Checkbox label="Agree" checked={false} onCheckedChange={() => turned.push('agree')} />
        <Checkbox label="Locked" disabled checked onCheckedChange={() => turned.push('locked')} />
        <Switch label="Sound" checked={false} onCheckedChange={() => turned.push('sound')} />
        <Switch label="Fixed" disabled checked onCheckedChange={() => turned.push('fixed')} />
      </>,
    );
    for (const words of ['Agree', 'Locked', 'Sound', 'Fixed']) await user.click(screen.getByText(words));
    expect(turned).toEqual(['agree', 'sound']);
  });

  it('says when it stands for some of many', () => {
    draw(<Checkbox hideLabel label="All" checked={false} indeterminate onCheckedChange={() => undefined} />);
    expect(screen.getByRole('checkbox', { name: 'All' }).getAttribute('aria-checked')).toBe('mixed');
  });

  it('reads its help with the switch', () => {
    draw(<Switch label="Sound" help="Rings on every message." checked onCheckedChange={() => undefined} />);
    const described = screen.getByRole('switch', { name: 'Sound' }).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe('Rings on every message.');
  });
});

describe('Kbd', () => {
  it.each([
    ['?', ['?']],
    ['Ctrl++', ['Ctrl', '+']],
    ['g b', ['g', 'b']],
    ['Ctrl+Shift+K', ['Ctrl', 'Shift', 'K']],
  ])('draws %s as %p', (keys, caps) => {
    const { container } = render(<Kbd keys={keys} />);
    expect([...container.querySelectorAll('kbd > span')].map((cap) => cap.textContent)).toEqual(caps);
  });
});

describe('Stepper', () => {
  it.each([
    [0, ['step', null], []],
    [2, [null, null], ['Connect', 'Test']],
  ])('at %i has %p under way', (current, marks, done) => {
    draw(<Stepper steps={['Connect', 'Test']} current={current} />);
    const items = screen.getAllByRole('listitem');
    expect(items.map((item) => item.getAttribute('aria-current'))).toEqual(marks);
    expect(items.filter((item) => item.textContent?.includes('(done)'))).toHaveLength(done.length);
  });
});

describe('Empty, ErrorCard and PageHeader', () => {
  it('offers its one next step, and no empty places', () => {
    const { rerender, container } = draw(<Empty title="No links yet" />);
    expect(container.querySelectorAll('p')).toHaveLength(1);
    rerender(<Empty title="No links yet" description="They bring customers." action={<Button>New link</Button>} />);
    expect(screen.getByRole('button', { name: 'New link' })).toBeTruthy();
  });

  it('does not try twice at once, and offers nothing it cannot do', async () => {
    let retries = 0;
    const { user, rerender } = draw(<ErrorCard title="It did not come" retrying onRetry={() => (retries += 1)} />);
    await user.click(screen.getByRole('button', { name: /Retry/ }));
    expect(retries).toBe(0);
    rerender(<ErrorCard title="It did not come" />);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('gives the page one heading that can take the focus', () => {
    draw(
      <PageHeader title="Inbox" detail="128">
        <Button>New</Button>
      </PageHeader>,
    );
    const heading = screen.getByRole('heading', { level: 1, name: 'Inbox' });
    heading.focus();
    expect(document.activeElement).toBe(heading);
    expect(screen.getByText('128').tagName).not.toBe('H1');
  });
});

describe('Progress and PhonePreview', () => {
  it('says how far without numbers of its own', () => {
    draw(<Progress label="Import" hideLabel value={1} max={4} />);
    const bar = screen.getByRole('progressbar', { name: 'Import' });
    expect([bar.getAttribute('aria-valuemax'), bar.getAttribute('aria-valuenow')]).toEqual(['4', '1']);
  });

  it('draws a message of the body alone, and all of one that has everything', () => {
    const { rerender } = draw(<PhonePreview businessName="Tienda" body="Hola" />);
    const figure = () => screen.getByRole('figure', { name: 'Phone preview' });
    expect(figure().textContent).toBe('TiendaHola');
    rerender(
      <PhonePreview
        businessName="Tienda"
        header="Pedido"
        body={'uno\ndos'}
        footer="BAJA para salir"
        time="9:41"
        buttons={[
          { title: 'Ver', kind: 'url' },
          { title: 'Llamar', kind: 'phone' },
          { title: 'Sí', kind: 'reply' },
        ]}
      />,
    );
    for (const words of ['Pedido', 'BAJA para salir', '9:41', 'Ver', 'Llamar', 'Sí'])
      expect(within(figure()).getByText(words)).toBeTruthy();
  });
});

it('keeps the accessibility rules in all the small parts together, with long words', async () => {
  const { container } = draw(
    <main>
      <PageHeader title={long} />
      <Badge tone="info">{long}</Badge>
      <Chip onRemove={() => undefined}>{long}</Chip>
      <Avatar name={long} seed="1" channel="whatsapp" presence={{ available: true, label: 'Here' }} />
      <Checkbox label={long} checked onCheckedChange={() => undefined} />
      <Switch label={long} help={long} checked={false} onCheckedChange={() => undefined} />
      <Stepper steps={[long, 'b']} current={1} />
      <Progress label="Import" value={null} valueText={long} tone="danger" />
      <ErrorCard title={long} cause={long} detail="d" onRetry={() => undefined} />
      <Empty title={long} />
      <PhonePreview businessName={long} body={long} buttons={[{ title: long, kind: 'url' }]} />
    </main>,
  );
  expect(await violations(container)).toEqual([]);
});
