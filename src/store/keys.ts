/**
 * Every Redis key of Storyfold is built here. `c` is a collection name, `#` an ordinal (see `identify.lua`).
 *
 * Keys of a collection's ledger carry the hash tag `{c}` and so share one cluster slot: scripts may touch several at once.
 * Bodies, fingerprints and posting lists carry none and spread over the cluster.
 *
 * | key                    | type   | holds                                                     | written by          | lives                |
 * |------------------------|--------|-----------------------------------------------------------|---------------------|----------------------|
 * | sf:collections         | set    | names of collections                                      | acceptArticles      | for good             |
 * | sf:{c}:seq             | string | last ordinal given                                        | identify.lua        | for good             |
 * | sf:{c}:ids             | hash   | article id → ordinal; an alias → ordinal and own id       | identify.lua        | retention (upkeep)   |
 * | sf:{c}:urls            | hash   | hash of source + URL → article id                         | identify.lua        | retention (upkeep)   |
 * | sf:{c}:names:#         | set    | further ids (i…) and URLs (u…) of an article              | identify.lua        | retention (upkeep)   |
 * | sf:{c}:arrivals        | zset   | ordinal by time of acceptance                             | identify.lua        | retention (upkeep)   |
 * | sf:{c}:state           | hash   | ordinal → accepted rev, committed rev, state code, story  | markPending, commit | retention (upkeep)   |
 * | sf:{c}:pending         | zset   | ordinal by time of its pending mark                       | markPending, commit | until committed      |
 * | sf:{c}:again           | zset   | ordinal by the time from which it waits for a second look | commit, takeAgain   | until looked at      |
 * | sf:{c}:changes         | stream | a: an article that was revised or withdrawn; the last 1,000 | markPending, commit | for good             |
 * | sf:{c}:seen:#          | set    | articles decided on that were compared with # meanwhile   | commit              | until committed      |
 * | sf:{c}:failures        | hash   | ordinal or story → JSON of the error that parked it       | parkArticle, -Story | until retried        |
 * | sf:{c}:alone           | hash   | ordinal or story → times it was begun alone and not ended | suspects            | until ended          |
 * | sf:{c}:dirty           | zset   | story id by the time its document is due                  | commit, publish     | until published      |
 * | sf:{c}:s:<story>       | hash   | v, n, st, into, by, created, lock, pin; m:# → member      | commit.lua          | retention (upkeep)   |
 * | sf:{c}:log:<story>     | list   | `<v> <json>`: every change of the membership              | commit.lua          | with its story       |
 * | sf:{c}:doc:<story>     | hash   | d, v, lv, st, into, sum (for lists), at, pause, gone (pub) | publishStory.lua    | with its story       |
 * | sf:{c}:pub:<story>     | list   | JSON of every published version                           | publishStory.lua    | with its story       |
 * | sf:{c}:rel:<story>     | hash   | stories that name it as related → probability             | publishStory.lua    | with its story       |
 * | sf:{c}:by:updated      | zset   | story id by time of update                                | publishStory.lua    | with its story       |
 * | sf:{c}:by:first        | zset   | story id by time of its first report                      | publishStory.lua    | with its story       |
 * | sf:{c}:by:size         | zset   | story id by number of articles                            | publishStory.lua    | with its story       |
 * | sf:{c}:ended           | zset   | merged and retracted stories by the time they ended       | commit.lua          | retention (upkeep)   |
 * | sf:{c}:decided         | string | number of the last decision: the version of constraints    | commit.lua          | for good             |
 * | sf:{c}:decisions       | hash   | number → deflated JSON of a reviewer's decision           | commit.lua          | for good             |
 * | sf:{c}:undone          | hash   | number of a decision → that of the one that undid it      | commit.lua          | for good             |
 * | sf:{c}:con             | hash   | ordinal → its constraints, `m#:<decision>` or `c#:…`      | commit.lua          | retention (upkeep)   |
 * | sf:{c}:moved           | hash   | ordinal → numbers of the decisions that moved it          | commit.lua          | retention (upkeep)   |
 * | sf:{c}:decidedon       | hash   | story → numbers of the decisions on it                    | commit.lua          | with its story       |
 * | sf:{c}:reviews         | zset   | story in the review queue by its risk                     | recordReview.lua    | until answered       |
 * | sf:{c}:reviewed        | hash   | story → JSON of what is doubtful about it                 | recordReview.lua    | until answered       |
 * | sf:{c}:assessed        | string | JSON: thresholds the queue goes by, how far it was looked at| writeReassessment   | for good             |
 * | sf:{c}:settings        | string | JSON of what is set for the collection                    | commit.lua          | for good             |
 * | sf:{c}:events          | stream | t (type), s (story), d (deflated JSON)                    | publishStory.lua    | EVENTS_MAX_LENGTH    |
 * | sf:<c>:a:#             | hash   | rev, h (content hash), id, u (url key); b:<rev> → article | storeRevision.lua   | retention + 2 days   |
 * | sf:<c>:f:#             | string | revision and encoded fingerprint                          | storeFingerprint.lua| look-back            |
 * | sf:<c>:x:{<s>}:n       | string | buckets of index shard s, and when (s) the first was made | insertPostings.lua  | look-back            |
 * | sf:<c>:x:{<s>}:b#      | string | bucket #: postings in 7 bytes each, see indexBuckets.lua  | insertPostings.lua  | look-back            |
 * | sf:<c>:x:{<s>}:<k>     | string | own list of a common index key k: packed uint32 #s        | insertPostings.lua  | look-back            |
 * | sf:<c>:df              | set    | names of the collection's count tables                    | addTermCounts       | for good             |
 * | sf:<c>:df:<table>      | string | uint32 a slot: documents that hold it; then documents     | addTermCounts       | for good             |
 */

/** How a collection may be spelled: its name becomes part of keys, so braces, colons and spaces are out. */
export const COLLECTION_PATTERN = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** Words that begin keys of the service itself, and so are no names of collections. */
const SERVICE_WORDS = new Set(['idem', 'process', 'rate', 'session']);

/** Whether a collection may have this name. */
export const isCollectionName = (name: string): boolean =>
  COLLECTION_PATTERN.test(name) && !SERVICE_WORDS.has(name);

/** What a name that is refused has to be. */
export const COLLECTION_RULE =
  'must be 1 to 63 lower-case letters, digits, "_" or "-", beginning with a letter or digit, and not idem, process, rate or session';

/** Keys of one collection's ledger; all of them in one cluster slot. */
export function ledgerKeys(collection: string) {
  const prefix = `sf:{${collection}}:`;
  return {
    prefix,
    sequence: `${prefix}seq`,
    ids: `${prefix}ids`,
    urls: `${prefix}urls`,
    namesPrefix: `${prefix}names:`,
    arrivals: `${prefix}arrivals`,
    ended: `${prefix}ended`,
    state: `${prefix}state`,
    pending: `${prefix}pending`,
    again: `${prefix}again`,
    changes: `${prefix}changes`,
    seenPrefix: `${prefix}seen:`,
    failures: `${prefix}failures`,
    alone: `${prefix}alone`,
    dirty: `${prefix}dirty`,
    events: `${prefix}events`,
    reviews: `${prefix}reviews`,
    reviewEntries: `${prefix}reviewed`,
    reassessment: `${prefix}assessed`,
    settings: `${prefix}settings`,
    decisionCount: `${prefix}decided`,
    decisions: `${prefix}decisions`,
    undone: `${prefix}undone`,
    constraints: `${prefix}con`,
    movedBy: `${prefix}moved`,
    decidedOn: `${prefix}decidedon`,
    byUpdated: `${prefix}by:updated`,
    byFirst: `${prefix}by:first`,
    bySize: `${prefix}by:size`,
    story: (id: string) => `${prefix}s:${id}`,
    log: (id: string) => `${prefix}log:${id}`,
    document: (id: string) => `${prefix}doc:${id}`,
    published: (id: string) => `${prefix}pub:${id}`,
    backLinks: (id: string) => `${prefix}rel:${id}`,
  } as const;
}

/** The set of all collection names. */
export const COLLECTIONS_KEY = 'sf:collections';

/** Bodies of an article, one field a revision. */
export const bodyKey = (collection: string, ordinal: number): string => `sf:${collection}:a:${ordinal}`;

/** The encoded fingerprint of an article's newest indexed revision. */
export const fingerprintKey = (collection: string, ordinal: number): string =>
  `sf:${collection}:f:${ordinal}`;

/**
 * Hash tags of the shards of the candidate index. Their slots lie evenly over the 16,384 of a cluster (each in the middle of
 * one twelfth), so that 2, 3, 4, 6 and 12 masters with equal shares of the slots have equal shares of the index.
 */
export const SHARD_TAGS = [
  ...['i32', 'i0', 'i69', 'i33', 'i1', 'i68'],
  ...['i38', 'i2', 'i63', 'i39', 'i3', 'i62'],
] as const;

/** Prefix of the buckets and lists of one shard; the hash tag keeps them in one slot. */
export const postingPrefix = (collection: string, shard: number): string =>
  `sf:${collection}:x:{${SHARD_TAGS[shard]}}:`;

/** How many buckets a shard has. */
export const bucketCountKey = (collection: string, shard: number): string =>
  `${postingPrefix(collection, shard)}n`;

/** Names of the count tables of a collection. */
export const termTablesKey = (collection: string): string => `sf:${collection}:df`;

/** Document counts by term slot for one table. */
export const termCountsKey = (collection: string, table: string): string => `sf:${collection}:df:${table}`;

/** Patterns for SCAN that find every key of a collection; what else they find, `isKeyOf` knows. */
export const collectionGlobs = (collection: string): readonly string[] => [
  `sf:\\{${collection}\\}:*`,
  `sf:${collection}:[adfx]*`,
];

/** Whether a key is one of a collection: of its ledger, its webhooks, its texts or its index. */
export function isKeyOf(collection: string, key: string): boolean {
  if (key.startsWith(ledgerKeys(collection).prefix)) return true;
  const prefix = `sf:${collection}:`;
  return key.startsWith(prefix) && /^(?:[afx]:|df(?::|$))/.test(key.slice(prefix.length));
}
