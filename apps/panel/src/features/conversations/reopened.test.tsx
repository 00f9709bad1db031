import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openInbox } from './testing/open-inbox';
import { conversation, outgoing } from './testing/samples';

describe('a conversation that is opened again', () => {
  it('shows what the customer has read meanwhile, which nobody told while it was closed', async () => {
    const user = userEvent.setup();
    const other = conversation({ id: 'c2', contact: { ...conversation().contact, id: 'p2', name: 'Bruno Paz' } });
    const messages = [outgoing({ id: 'm1', text: 'Ya sale', status: 'delivered' })];
    openInbox('/bandeja/c1', { conversations: [conversation(), other], messages });
    expect((await screen.findAllByText('Entregado')).length).toBeGreaterThan(0);

    await user.click(await screen.findByRole('option', { name: /Bruno Paz/ }));
    expect(await screen.findByRole('region', { name: 'Conversación con Bruno Paz' })).toBeTruthy();
    messages[0] = outgoing({ id: 'm1', text: 'Ya sale', status: 'read' });
    await user.click(screen.getByRole('option', { name: new RegExp(conversation().contact.name ?? '') }));

    expect((await screen.findAllByText('Leído')).length).toBeGreaterThan(0);
  });
});
