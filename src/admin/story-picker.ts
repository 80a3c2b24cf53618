import { useEffect, useRef, useState } from 'preact/hooks';
import type { CanonicalStory as Story } from '../story/canonical-story';
import { get, withQuery } from './api';
import { Dialog } from './dialog';
import { html, type View } from './html';
import { count } from './show';
import type { Outside, Page, StorySummary } from './wire';

interface PickerProps {
  readonly title: string;
  readonly story: Story;
  readonly outside: readonly Outside[];
  readonly onPick: (story: StorySummary) => void;
  readonly onClose: () => void;
}

/** Finds another story: those most alike first, any other by its words. */
export function StoryPicker({ title, story, outside, onPick, onClose }: PickerProps): View {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly StorySummary[]>([]);
  const [at, setAt] = useState(0);
  const serial = useRef(0);
  useEffect(() => {
    const asked = ++serial.current;
    const find = async (): Promise<void> => {
      const stories = await findStories(words, story, outside);
      if (asked !== serial.current) return;
      setFound(stories);
      setAt(0);
    };
    const timer = setTimeout(() => void find(), words === '' ? 0 : 150);
    return () => clearTimeout(timer);
  }, [words]);
  const pick = (picked: StorySummary | undefined): void => {
    if (!picked) return;
    onClose();
    onPick(picked);
  };
  const onKey = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    setAt(Math.max(0, Math.min(found.length - 1, at + by)));
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    pick(found[at]);
  };
  return html`<${Dialog} title=${title} onClose=${onClose}><form onSubmit=${submit}>
    <input type="search" autofocus dir="auto" placeholder="Words of the other story" aria-label="Words of the other story" value=${words}
      role="combobox" aria-expanded="true" aria-controls="found" aria-activedescendant=${found[at] && `found-${at}`}
      onInput=${(event: Event) => setWords((event.target as HTMLInputElement).value)} onKeyDown=${onKey} />
    <ul class="found" id="found" role="listbox" aria-label="Stories">${found.map(
      (
        one,
        index,
      ) => html`<li key=${one.id} id=${`found-${index}`} role="option" aria-selected=${index === at} onClick=${() => pick(one)}>
      <span dir="auto">${one.title.text}</span> <small>${count(one.counts.articles, 'article', 'articles')} · <bdi>${one.sources?.slice(0, 3).join(', ')}</bdi></small>
    </li>`,
    )}</ul>
    ${found.length === 0 && html`<p class="note">No other story found.</p>`}
    <div class="choices"><button class="primary" disabled=${found.length === 0}>Choose <kbd>Enter</kbd></button><button type="button" onClick=${onClose}>Cancel</button></div>
  </form></${Dialog}>`;
}

async function findStories(
  words: string,
  story: Story,
  outside: readonly Outside[],
): Promise<readonly StorySummary[]> {
  if (words.trim() !== '') {
    const page = await get<Page<StorySummary>>(withQuery('/v1/stories', { q: words.trim(), limit: '10' }));
    return page.items.filter(({ id }) => id !== story.id);
  }
  const ids = [
    ...outside.map(({ otherStoryId }) => otherStoryId),
    ...story.related.map(({ storyId }) => storyId),
  ];
  const read = [...new Set(ids)]
    .slice(0, 6)
    .map((id) => get<Story>(withQuery(`/v1/stories/${encodeURIComponent(id)}`)).catch(() => undefined));
  const near = (await Promise.all(read)).flatMap((one) =>
    one && one.id !== story.id ? [{ ...one, sources: one.articles.map(({ source }) => source.name) }] : [],
  );
  if (near.length > 0) return near;
  const page = await get<Page<StorySummary>>(withQuery('/v1/stories', { limit: '10' }));
  return page.items.filter(({ id }) => id !== story.id);
}
