import { connectRedis } from '../../src/store/connect';
import { withRedis } from '../support/redis';
import { until } from '../support/until';

describe('withRedis', () => {
  it('gives an empty database each time', async () => {
    await withRedis(({ redis }) => redis.set('left', 'over'));
    await withRedis(async ({ redis }) => expect(await redis.dbsize()).toBe(0));
  });

  it('closes the connections it gave', async () => {
    await withRedis(async ({ connect }) => expect(await connect('blocking').ping()).toBe('PONG'));
  });

  it('fails a test that leaves a connection open, and names it', async () => {
    let leaked: ReturnType<typeof connectRedis> | undefined;
    const leak = withRedis(async ({ url }) => {
      leaked = connectRedis(url, { name: 'forgotten' });
      await leaked.ping();
    });
    await expect(leak).rejects.toThrow('storyfold-forgotten');
    leaked?.disconnect();
  });
});

describe('until', () => {
  it('answers what the condition answered', async () => {
    let asked = 0;
    expect(await until(() => (++asked === 3 ? 'third' : undefined), { everyMs: 1 })).toBe('third');
  });

  it('says what it waited for, with the last error as cause', async () => {
    const refuse = (): never => {
      throw new Error('no such story');
    };
    const waited = until(refuse, { timeoutMs: 5, everyMs: 1, what: 'a story' });
    await expect(waited).rejects.toThrow(/a story/);
    await expect(waited).rejects.toHaveProperty('cause.message', 'no such story');
  });
});
