import { describe, expect, it } from '@jest/globals';
import { referralOf } from './referral.js';

describe('where a conversation began', () => {
  const ad = {
    source_url: 'https://fb.me/x',
    source_id: '120',
    source_type: 'ad',
    headline: 'Villa',
    body: 'Frente al mar',
    ctwa_clid: 'Abc',
  };

  it('is an ad with its click', () => {
    expect(referralOf({ ...ad, image_url: 'https://cdn.example/i', welcome_message: { text: 'Hola' } })).toEqual({
      source: 'ad',
      sourceId: '120',
      url: 'https://fb.me/x',
      headline: 'Villa',
      body: 'Frente al mar',
      mediaUrl: 'https://cdn.example/i',
      clickId: 'Abc',
      welcomeText: 'Hola',
    });
  });

  it('is a post when it says so, else an ad', () => {
    expect(referralOf({ source_id: '1', source_type: 'post' })).toEqual({ source: 'post', sourceId: '1' });
    expect(referralOf({ source_id: '1', source_type: 'other' })).toHaveProperty('source', 'ad');
  });

  it.each([
    [{ image_url: 'i', video_url: 'v', thumbnail_url: 't' }, 'i'],
    [{ video_url: 'v', thumbnail_url: 't' }, 'v'],
    [{ image_url: '', thumbnail_url: 't' }, 't'],
  ])('shows of %j the first', (media, mediaUrl) => {
    expect(referralOf({ ...ad, ...media })).toHaveProperty('mediaUrl', mediaUrl);
  });

  it('is known by any one of its marks', () => {
    expect(referralOf({ ctwa_clid: 'Abc' })).toEqual({ source: 'ad', sourceId: '', clickId: 'Abc' });
    expect(referralOf({ source_url: 'https://fb.me/x' })).toMatchObject({ sourceId: '', url: 'https://fb.me/x' });
  });

  it.each([
    [undefined],
    [{}],
    [{ headline: 'Villa' }],
    [{ source_id: '', ctwa_clid: '', source_url: '' }],
    [{ source_id: {} }],
  ])('of %j is nowhere', (source) => {
    expect(referralOf(source)).toBeUndefined();
  });
});
