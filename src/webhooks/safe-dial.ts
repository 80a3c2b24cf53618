import { type LookupAddress, type LookupOptions, lookup as lookUpInDns } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isForbiddenAddress } from './forbidden-address';

/** The receiver's address is one that webhooks may not reach. */
export class ForbiddenAddressError extends Error {
  readonly code = 'forbidden_address';

  constructor(host: string, address: string) {
    super(
      `${host} is at ${address}, which is not a public address; WEBHOOK_ALLOW_HOSTS can name hosts to allow`,
    );
    this.name = 'ForbiddenAddressError';
  }
}

/** Asks for the addresses of a name, as `dns.lookup` does. */
export type LookUp = (
  host: string,
  options: LookupOptions & { readonly all: true },
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

export interface SafeDialOptions {
  /** Host names or addresses that may be anywhere. */
  readonly allowHosts: readonly string[];
  readonly connectTimeoutMs: number;
  /** The system's resolver when left out. */
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
export function createSafeAgent({
  allowHosts,
  connectTimeoutMs,
  lookUp = lookUpInDns,
}: SafeDialOptions): Agent {
  const allowed = new Set(allowHosts.map((host) => bareHost(host)));
  const checked: LookupFunction = (host, options, done) => {
    lookUp(host, { ...options, all: true }, (error, addresses) => {
      const bad = allowed.has(bareHost(host))
        ? undefined
        : addresses?.find(({ address }) => isForbiddenAddress(address));
      if (error) done(error, []);
      else if (bad) done(new ForbiddenAddressError(host, bad.address), []);
      else if (options.all) done(null, [...addresses]);
      else done(null, addresses[0]?.address ?? '', addresses[0]?.family);
    });
  };
  const connect = buildConnector({ lookup: checked, timeout: connectTimeoutMs, maxCachedSessions: 0 });
  return new Agent({
    pipelining: 0,
    connect: (options, done) => {
      const host = bareHost(options.hostname);
      if (isIP(host) !== 0 && !allowed.has(host) && isForbiddenAddress(host)) {
        done(new ForbiddenAddressError(host, host), null);
      } else connect(options, done);
    },
  });
}

/** Whether a URL names, by a literal address, what may not be reached: such a webhook is refused when it is made. */
export function hasForbiddenHost(url: URL, allowHosts: readonly string[]): boolean {
  const host = bareHost(url.hostname);
  if (allowHosts.some((allowed) => bareHost(allowed) === host)) return false;
  return isIP(host) === 0 ? isLocalName(host) : isForbiddenAddress(host);
}

/** Names that are this machine by definition (RFC 6761): refused at once rather than at every delivery. */
function isLocalName(host: string): boolean {
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  return name === 'localhost' || name.endsWith('.localhost');
}

function bareHost(host: string): string {
  return host.toLowerCase().replace(/^\[|\]$/g, '');
}
