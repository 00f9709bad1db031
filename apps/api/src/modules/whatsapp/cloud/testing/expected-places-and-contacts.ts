import type { ChannelEvent } from '../../../channels/index.js';
import { SAM } from './fixture-facts.js';
import { message } from './received-message.js';

export const expectedPlacesAndContacts: Record<string, ChannelEvent[]> = {
  '17_location_current': [message(17, { type: 'location', latitude: -34.603722, longitude: -58.381592 })],
  '18_location_venue': [
    message(18, {
      type: 'location',
      latitude: 37.4611978,
      longitude: -122.2164385,
      name: 'Example HQ',
      address: '1 Example Way, Menlo Park',
      url: 'https://maps.example.com/?cid=2',
    }),
  ],
  '19_contacts_multi': [
    message(19, {
      type: 'contacts',
      contacts: [
        {
          name: 'Ana Gomez',
          phones: [{ phone: '+54 9 11 5550-9999', waId: '5491155509999', type: 'CELL' }],
          emails: ['ana@example.com'],
        },
        { name: 'Taller', phones: [{ phone: '+54 11 5550 8888', type: 'WORK' }], emails: [] },
      ],
    }),
  ],
  '20_contacts_phone_shared': [
    message(
      20,
      {
        type: 'contacts',
        contacts: [
          {
            name: 'Sam R',
            phones: [{ phone: '+447700900123', waId: '447700900123', type: 'CELL' }],
            emails: [],
            vcard:
              'BEGIN:VCARD\nVERSION:3.0\nN:;Sam;;;\nFN:Sam R\nTEL;type=CELL;waid=447700900123:+44 7700 900123\nEND:VCARD',
            own: true,
          },
        ],
      },
      {
        sender: {
          ...SAM,
          identities: [...SAM.identities, { kind: 'wa_id', value: '447700900123' }],
          phone: '+447700900123',
        },
      },
    ),
  ],
};
