import { CorruptRecord } from '../../../src/store/corrupt-record';
import { isOutage } from '../../../src/store/outage';

const named = (name: string, message = 'x'): Error => Object.assign(new Error(message), { name });

test.each([
  ['a server that is starting', new Error('LOADING Redis is loading the dataset in memory')],
  ['a server that is full', new Error("OOM command not allowed when used memory > 'maxmemory'.")],
  ['a replica', new Error("READONLY You can't write against a read only replica.")],
  ['a cluster that is changing', new Error('CLUSTERDOWN The cluster is down')],
  ['a disk that is full', new Error('MISCONF Redis is configured to save RDB snapshots')],
  [
    'a cluster that failed over for longer than the tries of a command',
    new Error('Too many Cluster redirections. Last error: Error: Connection is closed.'),
  ],
  [
    'a cluster that stayed down',
    new Error('Too many Cluster redirections. Last error: ReplyError: CLUSTERDOWN The cluster is down'),
  ],
  [
    'a slot that kept moving',
    new Error('Too many Cluster redirections. Last error: ReplyError: MOVED 1 a:1'),
  ],
  ['a connection that is closed', new Error('Connection is closed.')],
  ['a client that gave up', named('MaxRetriesPerRequestError')],
  ['a refused connection', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
  ['several errors, one of them an outage', new AggregateError([new Error('x'), new Error('LOADING y')])],
])('%s is an outage', (_, error) => expect(isOutage(error)).toBe(true));

test.each([
  ['a damaged record', new CorruptRecord('sf:c:a:1', 'b:1', new Error('LOADING'))],
  ['a mistake in the code', new TypeError('undefined is not a function')],
  [
    'a wrong command through a cluster',
    new Error('Too many Cluster redirections. Last error: ReplyError: WRONGTYPE of value'),
  ],
  ['a wrong command', new Error('WRONGTYPE Operation against a key holding the wrong kind of value')],
  ['an error of another kind with a code', Object.assign(new Error('x'), { code: 'corrupt_record' })],
  ['an error that only speaks of it', new Error('the word LOADING in a text')],
  ['no error', 'LOADING'],
])('%s is none', (_, error) => expect(isOutage(error)).toBe(false));
