import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isForbiddenAddress } from './forbidden-address';
import { createDnsLookUp, type LookUp, lookUpInSystem } from './resolve-host';

/** The receiver's address is one that webhooks may not reach. */
export class ForbiddenAddressError extends Error {
  readonly code = 'forbidden_address';

  constructor(host: string, address = host) {
    const what = host === address ? `${host} is` : `${host} is at ${address}, which is`;
    super(`${what} not a public address; WEBHOOK_ALLOW_HOSTS can name hosts to allow`);
    this.name = 'ForbiddenAddressError';
  }
}

export interface SafeDialOptions {
  /** Host names or addresses that may be anywhere. */
  readonly allowHosts: readonly string[];
  readonly connectTimeoutMs: number;
  /** DNS when left out, and the system's resolver for the hosts that are allowed. */
  readonly lookUp?: LookUp;
}

/**
 * An undici agent that connects to public addresses only.
 *
 * Addresses are checked when a connection is made, and the address checked is the one dialled, so that a name cannot answer with
 * another one in between. Literal addresses never reach a resolver and are checked by themselves; the URL parser has by then
 * turned every spelling (decimal, octal, hexadecimal, short) into the plain one. Every request has a connection of its own: none
 * is sent on one that the receiver may be about to close.
 */
export function createSafeAgent({ allowHosts, connectTimeoutMs, lookUp }: SafeDialOptions): Agent {
  const allowed = new Set(allowHosts.map(bareHost));
  const lookup = checkAddresses(allowed, lookUp ?? preferDns(allowed));
  const connect = buildConnector({ lookup, timeout: connectTimeoutMs, maxCachedSessions: 0 });
  return new Agent({
    pipelining: 0,
    connect: (options, done) => {
      const host = bareHost(options.hostname);
      if (!allowed.has(host) && isForbiddenHost(host)) done(new ForbiddenAddressError(host), null);
      else connect(options, done);
    },
  });
}

/** Whether a URL names by itself what may not be reached: such a webhook is refused when it is made. */
export function hasForbiddenHost(url: URL, allowHosts: readonly string[]): boolean {
  const host = bareHost(url.hostname);
  return !allowHosts.some((allowed) => bareHost(allowed) === host) && isForbiddenHost(host);
}

/** A resolver whose answer is refused whole when one of its addresses may not be reached. */
function checkAddresses(allowed: ReadonlySet<string>, lookUp: LookUp): LookupFunction {
  return (host, options, done) => {
    lookUp(host, { ...options, all: true }, (error, addresses) => {
      const isFree = allowed.has(bareHost(host));
      const bad = isFree ? undefined : addresses.find(({ address }) => isForbiddenAddress(address));
      const [first] = addresses;
      if (error || !first) done(error ?? new Error(`${host} has no address`), []);
      else if (bad) done(new ForbiddenAddressError(host, bad.address), []);
      else if (options.all) done(null, [...addresses]);
      else done(null, first.address, first.family);
    });
  };
}

function preferDns(allowed: ReadonlySet<string>): LookUp {
  const lookUpInDns = createDnsLookUp();
  return (host, options, done) =>
    (allowed.has(bareHost(host)) ? lookUpInSystem : lookUpInDns)(host, options, done);
}

/** A forbidden literal, or a name that is this machine by definition (RFC 6761). */
function isForbiddenHost(host: string): boolean {
  if (isIP(host) !== 0) return isForbiddenAddress(host);
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  return name === 'localhost' || name.endsWith('.localhost');
}

function bareHost(host: string): string {
  return host.toLowerCase().replace(/^\[|\]$/g, '');
}
