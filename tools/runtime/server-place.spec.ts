import { describe, expect, it } from '@jest/globals';
import { accountIn } from './server-place.mjs';

const passwd = 'root:x:0:0:root:/root:/bin/bash\npostgres:x:101:104:PostgreSQL,,,:/var/lib/postgresql:/bin/bash\n';

describe('accountIn', () => {
  it('reads the numbers of an account', () => expect(accountIn(passwd, 'postgres')).toEqual({ uid: 101, gid: 104 }));

  it('knows when there is none, also when another begins alike', () =>
    expect(accountIn(passwd, 'post')).toBeUndefined());
});
