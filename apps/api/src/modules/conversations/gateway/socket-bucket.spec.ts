import { describe, expect, it } from '@jest/globals';
import { SocketBucket } from './socket-bucket.js';

const say = (bucket: SocketBucket, times: number, at: number) => {
  const taken = Array.from({ length: times }, () => bucket.take(at));
  return {
    hear: taken.filter((one) => one === 'hear').length,
    drop: taken.filter((one) => one === 'drop').length,
    cut: taken.filter((one) => one === 'cut').length,
  };
};

describe('what a socket says', () => {
  it('is heard twenty at once and ten a second', () => {
    const bucket = new SocketBucket(0);
    expect(say(bucket, 25, 0)).toEqual({ hear: 20, drop: 5, cut: 0 });
    expect(say(bucket, 25, 1000)).toEqual({ hear: 10, drop: 15, cut: 0 });
    expect(say(bucket, 25, 60_000)).toEqual({ hear: 20, drop: 5, cut: 0 });
  });

  it('ends when it never stops', () => {
    expect(say(new SocketBucket(0), 300, 0)).toEqual({ hear: 20, drop: 200, cut: 80 });
  });

  it('is forgiven after a silence, and by no clock that goes back', () => {
    const bucket = new SocketBucket(10_000);
    expect(say(bucket, 220, 10_000).cut).toBe(0);
    expect(say(bucket, 1, 9000)).toMatchObject({ cut: 1 });
    expect(say(bucket, 220, 12_000)).toEqual({ hear: 20, drop: 200, cut: 0 });
  });
});
