import { describe, expect, it } from '@jest/globals';
import { bodyOf, missingOf, type LinkFields } from './link-form';

const full: LinkFields = {
  item: { id: 'i1', name: 'Sofá', sku: 'S-1' },
  name: ' Ads noviembre ',
  networks: ['facebook', 'google'],
  channelId: 'ch1',
  message: '  ',
  utm: {},
};

describe('a link being written', () => {
  it('says what is missing, in the order of the form', () => {
    expect(missingOf(full)).toEqual([]);
    expect(missingOf({ ...full, name: ' ', networks: [], channelId: null })).toEqual(['name', 'networks', 'channelId']);
  });

  it('asks for one link a network and leaves to the server what was left alone', () => {
    expect(bodyOf(full)).toEqual({
      itemId: 'i1',
      name: 'Ads noviembre',
      networks: ['facebook', 'google'],
      channelId: 'ch1',
      message: null,
    });
  });

  it('carries what was typed, and an emptied content as empty', () => {
    expect(
      bodyOf({ ...full, item: null, message: ' Hola ', utm: { source: ' meta ', campaign: '', content: '' } }),
    ).toMatchObject({
      itemId: null,
      message: 'Hola',
      utm: { source: 'meta', content: '' },
    });
  });
});
