import { describe, expect, it } from '@jest/globals';
import { readReply } from './redis-reply.mjs';

describe('readReply', () => {
  it.each([
    ['+PONG\r\n', 'PONG'],
    [':42\r\n', 42],
    ['$5\r\nhello\r\n', 'hello'],
    ['$0\r\n\r\n', ''],
    ['$-1\r\n', null],
    ['*-1\r\n', null],
    ['*2\r\n$1\r\na\r\n:7\r\n', ['a', 7]],
    ['*2\r\n*1\r\n+x\r\n$-1\r\n', [['x'], null]],
  ])('reads %j', (text, value) => {
    expect(readReply(text)).toEqual({ value, rest: '' });
  });

  it('gives an error reply as an Error', () => {
    expect(readReply('-LOADING wait\r\n')?.value).toEqual(new Error('LOADING wait'));
  });

  it('leaves the next reply', () => {
    expect(readReply('+OK\r\n+PONG\r\n')).toEqual({ value: 'OK', rest: '+PONG\r\n' });
  });

  it.each(['', '+OK', '+OK\r', '$5\r\nhel', '$5\r\nhello\r', '*2\r\n+a\r\n'])('waits for the rest of %j', (text) => {
    expect(readReply(text)).toBeUndefined();
  });

  it('refuses another protocol', () => {
    expect(() => readReply('HTTP/1.1 400 Bad Request\r\n')).toThrow('not a Redis');
  });
});
