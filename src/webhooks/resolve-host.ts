import { type LookupAddress, type LookupOptions, lookup, Resolver } from 'node:dns';

/** Asks for the addresses of a name, as `dns.lookup` does. */
export type LookUp = (
  host: string,
  options: LookupOptions & { readonly all: true },
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

/** Of one query, which is sent twice. */
const QUERY_TIMEOUT_MS = 2_000;

/**
 * Asks DNS servers, without the system's resolver. That one works on the few threads that all of Node shares: names whose servers
 * never answer would keep them from everybody else. Does not read `/etc/hosts`, which has nothing public in it.
 *
 * @param servers `address:port`; the system's when left out.
 */
export function createDnsLookUp(servers?: readonly string[]): LookUp {
  const resolver = new Resolver({ timeout: QUERY_TIMEOUT_MS, tries: 2 });
  if (servers) resolver.setServers(servers);
  return (host, _options, done) => {
    const found: Record<4 | 6, readonly string[] | undefined> = { 4: undefined, 6: undefined };
    let failure: Error | undefined;
    const take = (family: 4 | 6) => (error: Error | null, addresses: readonly string[]) => {
      found[family] = error ? [] : addresses;
      failure ??= error ?? undefined;
      if (!found[4] || !found[6]) return;
      const both = [...withFamily(found[4], 4), ...withFamily(found[6], 6)];
      done(both.length > 0 ? null : (failure ?? new Error(`${host} has no address`)), both);
    };
    resolver.resolve4(host, take(4));
    resolver.resolve6(host, take(6));
  };
}

const withFamily = (addresses: readonly string[], family: 4 | 6): LookupAddress[] =>
  addresses.map((address) => ({ address, family }));

/** The system's resolver, for names that the operator has entered: those may be in `/etc/hosts` only. */
export const lookUpInSystem: LookUp = (host, options, done) => {
  lookup(host, options, (error, addresses) => done(error, error ? [] : addresses));
};
