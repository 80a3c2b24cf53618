import { useEffect, useState } from 'preact/hooks';
import { ApiError, type Problem, request, withQuery } from './api';
import { type DecisionRequest, offerUndo } from './decide';
import { Dialog } from './dialog';
import { html, type View } from './html';
import { count } from './show';
import type { BulkAnswer, Preview, PreviewItem } from './wire';

/** One decision of many, with the words it is listed by. */
export interface BulkItem {
  readonly label: string;
  readonly body: DecisionRequest;
}

interface BulkDialogProps {
  readonly name: string;
  /** Rows that were chosen. */
  readonly chosen: number;
  readonly done: string;
  readonly items: readonly BulkItem[];
  readonly apply: () => () => void;
  readonly settled: () => void;
  readonly refresh: () => void;
  readonly onClose: () => void;
}

/** Shows what decisions would change, asks again where that is much, carries them out, and tells which were refused. */
export function BulkDialog(props: BulkDialogProps): View {
  const { name, chosen, items, onClose } = props;
  const [preview, setPreview] = useState<Preview>();
  const [reason, setReason] = useState('');
  const { stage, carryOut } = useCarryOut(props, preview, reason);
  useEffect(() => {
    const decisions = items.map(({ body }) => body);
    request<Preview>('POST', withQuery('/admin/api/decisions/preview'), { decisions }).then(
      setPreview,
      (error: Error) => stage.fail(error.message),
    );
  }, []);
  const able = preview?.items.filter(({ ok }) => ok).length ?? 0;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (able > 0 && !stage.busy && !stage.refused) carryOut();
  };
  return html`<${Dialog} title=${`${name}: ${chosen} selected`} onClose=${onClose}><form onSubmit=${submit} onKeyDown=${ignoreHeldEnter}>
    ${stage.problem && html`<p class="problem" role="alert">${stage.problem}</p>`}
    ${!preview && !stage.problem && html`<p class="note" aria-busy="true">Looking at what would change …</p>`}
    ${preview && !stage.refused && html`<p>${describePreview(preview, able)}</p><${Listed} items=${items} found=${preview.items} />`}
    ${stage.refused && html`<p>${count(stage.refused.length, 'decision was', 'decisions were')} refused; the others are carried out.</p><${Listed} items=${items} found=${stage.refused} />`}
    ${
      stage.refused
        ? html`<div class="choices"><button type="button" class="primary" autofocus onClick=${onClose}>Show me the fresh state</button></div>`
        : html`<input type="text" class="line" dir="auto" maxlength="2000" autofocus placeholder="Why? (may be left empty)" aria-label="Reason"
          value=${reason} onInput=${(event: Event) => setReason((event.target as HTMLInputElement).value)} />
        ${stage.question && html`<p class="second" role="alert">${stage.question} It can all be taken back together. Carry it out?</p>`}
        <div class="choices">
          <button class="primary" disabled=${able === 0 || stage.busy}>${stage.question ? `Yes, all ${able}` : name} <kbd>Enter</kbd></button>
          <button type="button" onClick=${onClose}>Cancel</button>
        </div>`
    }
  </form></${Dialog}>`;
}

/** A key that is held down must not answer the second question along with the first. */
function ignoreHeldEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.repeat) event.preventDefault();
}

interface Stage {
  readonly busy: boolean;
  readonly problem: string;
  /** Asked before much is changed. */
  readonly question: string;
  readonly refused: readonly PreviewItem[] | undefined;
  readonly fail: (problem: string) => void;
}

/** Sends the decisions that can be carried out; the second time with the confirmation that the service asked for. */
function useCarryOut(
  { done, items, apply, settled, refresh, onClose }: BulkDialogProps,
  preview: Preview | undefined,
  reason: string,
): { readonly stage: Stage; readonly carryOut: () => void } {
  const [state, setState] = useState<Omit<Stage, 'fail'>>({
    busy: false,
    problem: '',
    question: '',
    refused: undefined,
  });
  const [asked, setAsked] = useState<{ readonly confirmation: string; readonly reason: string }>();
  const carryOut = async (): Promise<void> => {
    const able = preview?.items.flatMap(({ ok, index }) => (ok ? [index] : [])) ?? [];
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    const decisions = able.map((index) => ({ ...items[index].body, ...why }));
    const agreed = asked?.reason === reason ? { confirmation: asked.confirmation } : {};
    setState({ ...state, busy: true, problem: '' });
    const takeBack = apply();
    try {
      const path = withQuery('/admin/api/decisions/bulk');
      const answer = await request<BulkAnswer>('POST', path, { decisions, ...agreed });
      const ids = answer.items.flatMap(({ decision }) => decision?.id ?? []);
      if (ids.length > 0) offerUndo(done, { ids, settled: refresh });
      settled();
      const refused = answer.items.flatMap(({ index, problem }) =>
        problem ? [{ index: able[index], ok: false, problem }] : [],
      );
      if (refused.length === 0) onClose();
      else setState({ ...state, busy: false, question: '', refused });
    } catch (error) {
      takeBack();
      const problem = error instanceof ApiError ? error.problem : undefined;
      if (problem?.confirmation) {
        setAsked({ confirmation: problem.confirmation, reason });
        setState({ ...state, busy: false, question: problem.detail ?? problem.title });
      } else setState({ ...state, busy: false, problem: (error as Error).message });
    }
  };
  const fail = (problem: string): void => setState({ ...state, problem });
  return { stage: { ...state, fail }, carryOut: () => void carryOut() };
}

function describePreview({ articles, stories, items }: Preview, able: number): string {
  const change =
    articles === 0
      ? `No article moves; ${count(stories, 'story is', 'stories are')} concerned.`
      : `${count(articles, 'article', 'articles')} of ${count(stories, 'story', 'stories')} will change place.`;
  const unable = items.length - able;
  return unable === 0 ? change : `${change} ${count(unable, 'decision', 'decisions')} cannot be carried out.`;
}

function Listed({ items, found }: { items: readonly BulkItem[]; found: readonly PreviewItem[] }): View {
  return html`<ul class="plain previewed" tabindex="0" aria-label="Decisions">${found.map(
    ({
      index,
      ok,
      problem,
      articles = 0,
      constraints = 0,
      fields = 0,
    }) => html`<li key=${index} class=${ok ? '' : 'refused'}>
      <span dir="auto">${items[index]?.label}</span>
      <small>${ok ? describeChange(articles, constraints, fields) : explainRefusal(problem)}</small>
    </li>`,
  )}</ul>`;
}

function describeChange(articles: number, constraints: number, fields: number): string {
  const parts = [
    articles > 0 && `moves ${count(articles, 'article', 'articles')}`,
    constraints > 0 && `binds ${count(constraints, 'pair', 'pairs')}`,
    fields > 0 && 'sets the story',
  ];
  return parts.filter(Boolean).join(', ') || 'changes nothing';
}

function explainRefusal(problem: Problem | undefined): string {
  const by = problem?.stories?.flatMap(({ changedBy }) => changedBy ?? []).at(-1) ?? problem?.decisions?.[0];
  const detail = problem?.detail ?? problem?.title ?? 'refused';
  return by ? `${detail} (${by.actor.name}: ${by.summary})` : detail;
}
