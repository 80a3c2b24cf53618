import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openIngestState } from '../../../src/cli/ingest-state';
import { findServiceKey, localUrl, serviceAddress } from '../../../src/cli/service-key';
import { withFolder } from '../../support/folders';

const URL_A = 'http://127.0.0.1:3000';
const silent = (): void => undefined;

describe('openIngestState', () => {
  const withFile = (use: (file: string) => void) =>
    withFolder((folder) => {
      const file = join(folder, 'reports.ndjson');
      writeFileSync(file, '{}\n{}\n');
      use(file);
    });

  it('remembers how far a file is, until it is done', () =>
    withFile((file) => {
      expect(openIngestState(file, URL_A, silent).line).toBe(0);
      openIngestState(file, URL_A, silent).save(1);
      const again = openIngestState(file, URL_A, silent);
      expect(again.line).toBe(1);
      again.clear();
      expect(existsSync(`${file}.progress`)).toBe(false);
    }));

  it('begins anew for another service, a changed file and a torn state', () =>
    withFile((file) => {
      openIngestState(file, URL_A, silent).save(1);
      expect(openIngestState(file, 'http://elsewhere.example', silent).line).toBe(0);
      appendFileSync(file, '{}\n');
      expect(openIngestState(file, URL_A, silent).line).toBe(0);
      writeFileSync(`${file}.progress`, '{"url":"http');
      expect(openIngestState(file, URL_A, silent).line).toBe(0);
    }));

  it('says once that it cannot be kept', () =>
    withFile((file) => {
      const warnings: string[] = [];
      mkdirSync(`${file}.progress`);
      const state = openIngestState(file, URL_A, (line) => warnings.push(line));
      state.save(1);
      state.save(2);
      expect(warnings).toHaveLength(1);
    }));
});

describe('findServiceKey', () => {
  it('takes the given key, else the admin key of this machine, which goes nowhere else', () =>
    withFolder((dataDir) => {
      const config = { adminKey: undefined, dataDir };
      expect(findServiceKey(undefined, URL_A, config)).toBeUndefined();
      writeFileSync(join(dataDir, 'admin-key'), 'sfk_kept-in-a-file\n');
      expect(findServiceKey(undefined, URL_A, config)).toBe('sfk_kept-in-a-file');
      expect(findServiceKey(undefined, 'http://[::1]:3000', config)).toBe('sfk_kept-in-a-file');
      expect(findServiceKey(undefined, 'https://news.example', config)).toBeUndefined();
      expect(findServiceKey('sfk_given', 'https://news.example', config)).toBe('sfk_given');
      expect(findServiceKey('', URL_A, { ...config, adminKey: 'sfk_set' })).toBe('sfk_set');
    }));
});

describe('localUrl', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
  ])('of a service on %s is %s', (host, url) => {
    expect(localUrl({ host, port: 3000 })).toBe(url);
  });
});

describe('serviceAddress', () => {
  it('takes an http address, and nothing for an empty one', () => {
    expect(serviceAddress('https://news.example/')).toBe('https://news.example/');
    expect(serviceAddress(' ')).toBe('');
  });

  it.each(['localhost:3000', 'file:///etc', 'here'])('refuses %s', (value) => {
    expect(() => serviceAddress(value)).toThrow('http or https');
  });
});
