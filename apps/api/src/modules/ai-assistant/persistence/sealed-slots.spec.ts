import { describe, expect, it } from '@jest/globals';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { SealedSlots } from './sealed-slots.js';

const key = Buffer.alloc(32, 7).toString('base64');
const slots = new SealedSlots(
  new Encryption({ secrets: { encryptionKeys: `v1:${key}`, blindIndexKey: key } } as ConstructorParameters<
    typeof Encryption
  >[0]),
);

describe('slots', () => {
  it('that reach a person are sealed as one, the others stay as they are', () => {
    const said = { name: 'Ana', email: 'ana@correo.ec', phone: '0987654321', city: 'Quito', budget: 300 };
    const kept = slots.seal(said);
    expect(kept).toEqual({ name: 'Ana', city: 'Quito', budget: 300, sealed: expect.stringMatching(/^v1\./) });
    expect(slots.open(kept)).toEqual(said);
  });

  it.each([{}, { city: 'Quito' }])('without any of those are kept as they are: %j', (said) => {
    expect(slots.seal(said)).toEqual(said);
    expect(slots.open(said)).toEqual(said);
  });

  it('of an earlier version, which sealed nothing, are read as they are', () => {
    expect(slots.open({ email: 'ana@correo.ec', city: 'Quito' })).toEqual({ email: 'ana@correo.ec', city: 'Quito' });
  });
});
