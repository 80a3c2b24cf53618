import { SaxLite, type XmlElement } from './xml-reader';

// The rules of the three specifications, as far as they bind a writer; each check answers what is broken.

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const RFC822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;
const ATOM = 'http://www.w3.org/2005/Atom';

class Findings {
  readonly list: string[] = [];
  must(holds: boolean, what: string): void {
    if (!holds) this.list.push(what);
  }
}

const isUri = (text: unknown): boolean =>
  typeof text === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(text) && URL.canParse(text);

/** https://www.jsonfeed.org/version/1.1/ */
export function checkJsonFeed(text: string): string[] {
  const found = new Findings();
  const feed = JSON.parse(text);
  found.must(feed.version === 'https://jsonfeed.org/version/1.1', 'version');
  found.must(typeof feed.title === 'string' && feed.title !== '', 'title');
  for (const url of [feed.home_page_url, feed.feed_url]) found.must(isUri(url), 'top-level address');
  found.must(Array.isArray(feed.items), 'items');
  found.must(!('author' in feed), 'author is of version 1.0');
  const ids = feed.items.map(({ id }: { id: unknown }) => id);
  found.must(new Set(ids).size === ids.length, 'ids are unique');
  for (const item of feed.items) {
    found.must(typeof item.id === 'string' && item.id !== '', 'item id');
    found.must(isUri(item.url), 'item url');
    found.must(item.external_url === undefined || isUri(item.external_url), 'external_url');
    found.must(typeof item.content_html === 'string' || typeof item.content_text === 'string', 'content');
    for (const name of ['date_published', 'date_modified']) found.must(RFC3339.test(item[name]), name);
    found.must(
      item.authors.every((a: object) => Object.keys(a).length > 0),
      'authors have a field',
    );
    found.must(
      item.language === undefined || /^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(item.language),
      'language',
    );
  }
  return found.list;
}

/** https://www.rssboard.org/rss-specification and the profile's rules for guid, dates and the link to itself. */
export function checkRss(text: string): string[] {
  const found = new Findings();
  const root = new SaxLite(text).readDocument();
  found.must(root.name === 'rss' && root.attributes['version'] === '2.0', 'rss 2.0');
  found.must(root.children.length === 1 && root.children[0].name === 'channel', 'one channel');
  const channel = root.children[0];
  for (const name of ['title', 'link', 'description'])
    found.must(all(channel, name).length === 1, `channel ${name}`);
  found.must(isUri(all(channel, 'link')[0]?.text), 'channel link');
  found.must(
    all(channel, 'lastBuildDate').every((e) => RFC822.test(e.text)),
    'lastBuildDate',
  );
  const self = all(channel, 'atom:link');
  found.must(root.attributes['xmlns:atom'] === ATOM, 'atom namespace');
  found.must(
    self.some(({ attributes: a }) => a['rel'] === 'self' && isUri(a['href'])),
    'link to itself',
  );
  for (const item of all(channel, 'item')) {
    found.must(
      all(item, 'title').length + all(item, 'description').length > 0,
      'item has title or description',
    );
    for (const name of ['title', 'link', 'description', 'guid', 'pubDate', 'content:encoded']) {
      found.must(all(item, name).length <= 1, `one ${name}`);
    }
    found.must(
      all(item, 'link').every((e) => isUri(e.text)),
      'item link',
    );
    found.must(
      all(item, 'guid').every((e) => e.attributes['isPermaLink'] === 'false' && e.text !== ''),
      'guid',
    );
    found.must(
      all(item, 'pubDate').every((e) => RFC822.test(e.text)),
      'pubDate',
    );
  }
  const guids = all(channel, 'item').map((item) => all(item, 'guid')[0]?.text);
  found.must(new Set(guids).size === guids.length, 'guids are unique');
  for (const prefix of ['dc', 'content', 'atom']) {
    found.must(
      !text.includes(`<${prefix}:`) || `xmlns:${prefix}` in root.attributes,
      `${prefix} is declared`,
    );
  }
  return found.list;
}

/** RFC 4287. */
export function checkAtom(text: string): string[] {
  const found = new Findings();
  const feed = new SaxLite(text).readDocument();
  found.must(feed.name === 'feed' && feed.attributes['xmlns'] === ATOM, 'atom feed');
  checkAtomParts(feed, found);
  found.must(
    all(feed, 'link').filter((e) => e.attributes['rel'] === 'self').length === 1,
    'one link to itself',
  );
  const entries = all(feed, 'entry');
  for (const entry of entries) {
    checkAtomParts(entry, found);
    found.must(all(entry, 'author').length + all(feed, 'author').length > 0, 'an author');
    found.must(all(entry, 'content').length === 1, 'content');
    found.must(
      all(entry, 'link').filter((e) => e.attributes['rel'] === 'alternate').length === 1,
      'one alternate',
    );
    found.must(
      all(entry, 'published').every((e) => RFC3339.test(e.text)),
      'published',
    );
  }
  const ids = entries.map((entry) => all(entry, 'id')[0]?.text);
  found.must(new Set(ids).size === ids.length, 'ids are unique');
  return found.list;
}

function checkAtomParts(element: XmlElement, found: Findings): void {
  for (const name of ['id', 'title', 'updated'])
    found.must(all(element, name).length === 1, `${element.name} ${name}`);
  found.must(isUri(all(element, 'id')[0]?.text), `${element.name} id is an IRI`);
  found.must(RFC3339.test(all(element, 'updated')[0]?.text ?? ''), `${element.name} updated`);
  for (const name of ['title', 'subtitle', 'summary', 'content']) {
    const types = all(element, name).map((e) => e.attributes['type'] ?? 'text');
    found.must(
      types.every((type) => ['text', 'html'].includes(type)),
      `${name} type`,
    );
  }
  found.must(
    all(element, 'link').every((e) => isUri(e.attributes['href'])),
    'link href',
  );
  for (const author of all(element, 'author')) found.must(all(author, 'name').length === 1, 'author name');
}

const all = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];
