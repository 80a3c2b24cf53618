import * as fc from 'fast-check';
import { ConfigError, loadConfig, loadRoleConfig, readsAreOpen } from '../../src/config';
import { factsOf, settingNames } from '../../src/config-schema';

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  it('has a usable value for every setting of an empty environment', () => {
    expect(loadConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      redisUrl: undefined,
      workerProcesses: 1,
      lookbackMs: 7 * 86_400_000,
      retentionMs: 30 * 86_400_000,
      publishDebounceMs: 250,
      webhookAllowHosts: [],
    });
  });

  it.each([
    ['PORT', '0', 'port', 0],
    ['LOOKBACK', '1.5h', 'lookbackMs', 5_400_000],
    ['PUBLISH_DEBOUNCE', '2 S', 'publishDebounceMs', 2_000],
    ['MAX_BODY', '512kb', 'maxBodyBytes', 524_288],
    ['MERGE_THRESHOLD', '.75', 'mergeThreshold', 0.75],
    ['REVIEW_THRESHOLD', '1', 'reviewThreshold', 1],
    ['LOG_LEVEL', 'WARN', 'logLevel', 'warn'],
    ['WEBHOOK_ALLOW_HOSTS', 'a.example, ,b.example', 'webhookAllowHosts', ['a.example', 'b.example']],
    ['PUBLIC_URL', 'https://stories.example/', 'publicUrl', 'https://stories.example'],
    ['REDIS_URL', 'unix:///run/redis.sock', 'redisUrl', 'unix:///run/redis.sock'],
    ['REDIS_URL', 'redis://a:7000, redis://b:7001', 'redisUrl', 'redis://a:7000,redis://b:7001'],
    ['DATA_DIR', '/var/lib/storyfold/', 'dataDir', '/var/lib/storyfold'],
  ] as const)('reads %s=%s', (variable, value, name, expected) => {
    expect(loadConfig({ [variable]: value })[name]).toEqual(expected);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '3e3'],
    ['PORT', '-1'],
    ['LOOKBACK', '7'],
    ['LOOKBACK', '0s'],
    ['LOOKBACK', 'a week'],
    ['MAX_BODY', '2'],
    ['MAX_BODY', '65mb'],
    ['MERGE_THRESHOLD', '1.01'],
    ['MERGE_THRESHOLD', '.'],
    ['MERGE_THRESHOLD', 'NaN'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'ftp://stories.example'],
    ['REDIS_URL', 'localhost:6379'],
    ['REDIS_URL', 'redis://a,unix:///b'],
    ['REDIS_URL', ','],
    ['ADMIN_KEY', 'too short'],
    ['WORKER_PROCESSES', '1.5'],
  ])('refuses %s=%s and names it', (variable, value) => {
    expect(problemsOf({ [variable]: value })).toEqual([expect.stringContaining(variable)]);
  });

  it.each([
    [{ LOOKBACK: '40d' }, 'LOOKBACK'],
    [{ MERGE_THRESHOLD: '0.5', REVIEW_THRESHOLD: '0.6' }, 'REVIEW_THRESHOLD'],
    [{ MAX_BATCH_BODY: '1mb' }, 'MAX_BODY'],
    [{ STORYFOLD_FAULT: 'after-commit' }, 'STORYFOLD_FAULT'],
  ])('refuses settings that do not fit each other: %p', (env, variable) => {
    expect(problemsOf(env)).toEqual([expect.stringMatching(new RegExp(`^${variable}\\b`))]);
  });

  it('names every wrong setting at once', () => {
    const problems = problemsOf({ PORT: 'x', LOG_LEVEL: 'x', LOOKBACK: '40d', RETENTION: '1y' });
    expect(problems.map((line) => /^[A-Z_]+/.exec(line)?.[0])).toEqual(['PORT', 'RETENTION', 'LOG_LEVEL']);
  });

  it('takes an empty variable as unset', () => {
    expect(loadConfig({ PORT: '', REDIS_URL: ' ' })).toEqual(loadConfig({}));
  });

  it('allows the fault hook only in tests', () => {
    expect(loadConfig({ NODE_ENV: 'test', STORYFOLD_FAULT: 'after-commit' }).fault).toBe('after-commit');
  });

  it('never shows a secret in an error', () => {
    const secrets = settingNames.map(factsOf).filter(({ secret }) => secret);
    expect(secrets.map(({ env }) => env)).toEqual(['REDIS_URL', 'ADMIN_KEY']);
    for (const { env } of secrets) expect(problemsOf({ [env]: 'hunter2' }).join()).not.toContain('hunter2');
  });

  it('answers any text with a value or a named problem, never with another error', () => {
    const variables = fc.constantFrom(...settingNames.map((name) => factsOf(name).env));
    fc.assert(
      fc.property(fc.dictionary(variables, fc.string({ unit: 'binary', maxLength: 40 })), (env) => {
        for (const problem of problemsOf(env)) expect(problem).toMatch(/^[A-Z_]+/);
      }),
    );
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(loadConfig({}))).toBe(true);
  });
});

describe('loadRoleConfig', () => {
  it('needs a REDIS_URL and says what to do without', () => {
    expect(() => loadRoleConfig({})).toThrow(/REDIS_URL.*npm start/s);
    expect(loadRoleConfig({ REDIS_URL: 'redis://db' }).redisUrl).toBe('redis://db');
  });
});

describe('readsAreOpen', () => {
  it.each([
    [{ REDIS_URL: 'unix:///r' }, true],
    [{ REDIS_URL: 'redis://r' }, false],
    [{ REDIS_URL: 'unix:///r', HOST: '0.0.0.0' }, false],
    [{ REDIS_URL: 'unix:///r', OPEN_READS: 'false' }, false],
    [{ REDIS_URL: 'redis://r', OPEN_READS: 'true' }, true],
  ])('%p → %p', (env, open) => {
    expect(readsAreOpen(loadRoleConfig(env))).toBe(open);
  });
});
