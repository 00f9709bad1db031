import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SimulatedClock } from '../../clock/simulated-clock.js';
import { Switches } from '../../faults/switches.js';
import { PlayedNumbers, type Introduction } from './played-numbers.js';

const first = {
  phoneNumberId: '100200300',
  businessAccountId: '900800700',
  displayNumber: '+593 99 000 0001',
  accessToken: 'first-token',
  appSecret: 'first-secret',
  verifyToken: 'first-verify',
};
const told = (phoneNumberId: string, over: Partial<Introduction> = {}): Introduction => ({
  phoneNumberId,
  wabaId: null,
  displayNumber: null,
  name: null,
  appSecret: `secret-${phoneNumberId}`,
  accessToken: `token-${phoneNumberId}`,
  verifyToken: null,
  webhookUrl: null,
  primary: null,
  ...over,
});

let numbers: PlayedNumbers;
beforeEach(() => {
  const wiring = { clock: new SimulatedClock(), switches: new Switches(), webhookRetryMs: [], webhookTimeoutMs: 100 };
  numbers = new PlayedNumbers(first, 'http://127.0.0.1:1/webhooks/whatsapp', wiring);
});
afterEach(async () => {
  await Promise.all(numbers.all().map((number) => number.close()));
});
const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);

describe('PlayedNumbers', () => {
  it('plays the environment’s number until another is told; it still answers then', () => {
    expect(numbers.usual().id).toBe('100200300');
    expect(ids(numbers.listed())).toEqual(['100200300']);
    numbers.introduce(told('200'));
    expect(numbers.usual().id).toBe('200');
    expect(ids(numbers.listed())).toEqual(['200']);
    expect(ids(numbers.holders('first-token'))).toEqual(['100200300']);
  });

  it('means the first primary one, else the first that was told', () => {
    numbers.introduce(told('200'));
    numbers.introduce(told('100200300'));
    expect(ids(numbers.listed())).toEqual(['200', '100200300']);
    expect(numbers.usual().id).toBe('200');
    numbers.introduce(told('300', { primary: true }));
    numbers.introduce(told('100200300', { primary: true }));
    expect(numbers.usual().id).toBe('100200300');
    numbers.introduce(told('100200300'));
    expect(numbers.usual().id).toBe('100200300');
    numbers.introduce(told('100200300', { primary: false }));
    expect(numbers.usual().id).toBe('300');
  });

  it('takes what is new about a number and keeps what is not said', () => {
    numbers.introduce(
      told('200', {
        wabaId: '7',
        displayNumber: '+1 200',
        name: 'Dos',
        verifyToken: 'v',
        webhookUrl: 'http://127.0.0.1:2/x',
      }),
    );
    const again = numbers.introduce(told('200', { accessToken: 'renewed' }));
    expect(again.account).toEqual({
      phoneNumberId: '200',
      businessAccountId: '7',
      displayNumber: '+1 200',
      accessToken: 'renewed',
      appSecret: 'secret-200',
      verifyToken: 'v',
    });
    expect(again).toMatchObject({ name: 'Dos', courier: { callbackUrl: 'http://127.0.0.1:2/x' } });
    expect(numbers.all()).toHaveLength(2);
  });

  it('lends a number what the environment says, but not its phone', () => {
    expect(numbers.introduce(told('200')).account).toEqual({
      ...first,
      phoneNumberId: '200',
      displayNumber: '+200',
      accessToken: 'token-200',
      appSecret: 'secret-200',
    });
    expect(numbers.get('100200300')?.account).toEqual(first);
  });

  it('goes back to the address it was told, not to the first one', () => {
    const { courier } = numbers.introduce(told('200', { webhookUrl: 'http://127.0.0.1:2/x' }));
    courier.callbackUrl = 'http://127.0.0.1:3/override';
    numbers.get('200')?.reset();
    expect(courier.callbackUrl).toBe('http://127.0.0.1:2/x');
  });

  it('finds numbers by account, by token and by what people dial', () => {
    numbers.introduce(told('200', { displayNumber: '+593 98 1', accessToken: 'shared' }));
    numbers.introduce(told('300', { wabaId: '7', displayNumber: '+593 98 1', accessToken: 'shared', primary: true }));
    expect(ids(numbers.ofAccount('900800700'))).toEqual(['200']);
    expect(ids(numbers.ofAccount('7'))).toEqual(['300']);
    expect(ids(numbers.ofAccount('8'))).toEqual([]);
    expect(ids(numbers.holders('shared'))).toEqual(['200', '300']);
    expect(numbers.dialled('593981')?.id).toBe('300');
    expect(numbers.dialled('1')).toBeUndefined();
  });
});
