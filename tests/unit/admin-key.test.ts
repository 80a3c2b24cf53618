import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAdminKey } from '../../src/cli/admin-key';
import { withFolder } from '../support/folders';

describe('ensureAdminKey', () => {
  it('makes a key once, for its owner’s eyes only, and finds it again', async () => {
    await withFolder((folder) => {
      const dataDir = join(folder, 'data');
      const made = ensureAdminKey({ dataDir, adminKey: undefined });
      const file = join(dataDir, 'admin-key');
      expect(made).toEqual({ key: readFileSync(file, 'utf8').trim(), file, isNew: true });
      expect(made.key).toMatch(/^sfk_[\w-]{32}$/);
      expect([statSync(dataDir).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
      expect(ensureAdminKey({ dataDir, adminKey: undefined })).toEqual({ ...made, isNew: false });
    });
  });

  it('writes nothing when a key is given', async () => {
    await withFolder((dataDir) => {
      const adminKey = 'given-by-its-owner';
      expect(ensureAdminKey({ dataDir, adminKey })).toEqual({ key: adminKey, isNew: false });
      expect(() => statSync(join(dataDir, 'admin-key'))).toThrow('ENOENT');
    });
  });

  it('refuses an emptied key file rather than let anyone in', async () => {
    await withFolder((dataDir) => {
      writeFileSync(join(dataDir, 'admin-key'), '\n');
      expect(() => ensureAdminKey({ dataDir, adminKey: undefined })).toThrow(
        /admin-key does not hold an admin key/,
      );
    });
  });
});
