import { describe, expect, it } from '@jest/globals';
import { ChangeFeed } from './change-feed.js';

const seqs = (feed: ChangeFeed, since: number): number[] | undefined => feed.since(since)?.map(({ seq }) => seq);

describe('ChangeFeed', () => {
  it('numbers changes and gives those after a place', () => {
    const feed = new ChangeFeed();
    expect(seqs(feed, 0)).toEqual([]);
    for (const id of ['a', 'b', 'c']) feed.publish('message', id, null);
    expect(seqs(feed, 0)).toEqual([1, 2, 3]);
    expect(seqs(feed, 2)).toEqual([3]);
    expect(seqs(feed, 3)).toEqual([]);
  });

  it('says so when changes were forgotten or never were', () => {
    const feed = new ChangeFeed();
    for (let i = 0; i < 5000; i++) feed.publish('message', null, i);
    expect(seqs(feed, 0)).toBeUndefined();
    expect(seqs(feed, 6000)).toBeUndefined();
    expect(seqs(feed, 4998)).toEqual([4999, 5000]);
  });

  it('wakes who waits, and tells watchers until they leave', async () => {
    const feed = new ChangeFeed();
    const heard: number[] = [];
    const stop = feed.watch(({ seq }) => heard.push(seq));
    const waiting = feed.next(60_000);
    feed.publish('clock', null, {});
    await waiting;
    stop();
    feed.publish('clock', null, {});
    expect(heard).toEqual([1]);
  });

  it('does not wait for ever', async () => {
    await expect(new ChangeFeed().next(1)).resolves.toBeUndefined();
  });
});
