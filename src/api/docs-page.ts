import { createHash } from 'node:crypto';
import type { oas31 } from 'zod-openapi';
import { escapeHtml } from '../feeds/feed-text';
import type { ApiDeps } from './deps';
import { buildOpenApi } from './openapi';
import { PROBLEM_KINDS, ProblemError, type ProblemName } from './problems';
import type { Handler } from './routes';

const STYLE = `
:root { color-scheme: light dark; --line: #8885; --soft: #8881 }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem }
h1 { margin-bottom: 0 } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line) }
nav a { margin-right: 1rem } code, pre { font: 0.9em/1.5 ui-monospace, monospace }
section { margin: 1.5rem 0; padding: 0.5rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem }
h3 { margin: 0.3rem 0; font-size: 1.05rem } .method { font-weight: 700 }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 } th, td { text-align: left; vertical-align: top;
padding: 0.25rem 0.5rem; border-top: 1px solid var(--line) } th { font-weight: 600; background: var(--soft) }
td:first-child { white-space: nowrap } @media (max-width: 40rem) { td:first-child { white-space: normal } }
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** `GET /docs`: the OpenAPI document for people. One page without scripts, which loads nothing. */
export function getDocs({ options }: ApiDeps): Handler {
  let html: string | undefined;
  return (_req, res) => {
    html ??= page('Storyfold HTTP reference', renderDocument(buildOpenApi(options.publicUrl)));
    sendPage(res, html);
  };
}

/** `GET /problems/{name}`: what the `type` of a problem means and what to do. */
export const getProblemPage: Handler = (req, res) => {
  const name = String(req.params.name);
  if (!Object.hasOwn(PROBLEM_KINDS, name))
    throw new ProblemError('not-found', 'There is no such kind of problem.');
  const { status, title, help } = PROBLEM_KINDS[name as ProblemName];
  const body = `<h1>${escapeHtml(title)}</h1><p><code>${escapeHtml(name)}</code> · HTTP ${status}</p><p>${escapeHtml(help)}</p>`;
  sendPage(res, page(title, `${body}<p><a href="/docs">Reference</a></p>`));
};

function sendPage(res: Parameters<Handler>[1], html: string): void {
  res.set(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-ancestors 'none'`,
  );
  res.type('html').set('Cache-Control', 'public, max-age=300').send(html);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

function renderDocument(document: oas31.OpenAPIObject): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      path,
      method,
      operation: operation as oas31.OperationObject,
    })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags ?? []))];
  const nav = tags.map((tag) => `<a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a>`).join('');
  const groups = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags?.includes(tag));
    return `<h2 id="${escapeHtml(tag)}">${escapeHtml(tag)}</h2>${own.map(renderOperation).join('')}`;
  });
  const { title, version, description } = document.info;
  return `<h1>${escapeHtml(title)}</h1><p>Version ${escapeHtml(version)} · <a href="/openapi.json">OpenAPI 3.1</a> · <a href="/asyncapi.json">AsyncAPI 3.0</a> for events · <a href="/admin/api/openapi.json">OpenAPI of the admin routes</a> (needs a log-in)</p>
<p>${escapeHtml(description ?? '')}</p><nav>${nav}<a href="#schemas">Schemas</a><a href="#problems">Problems</a></nav>
${groups.join('')}${renderSchemas(document)}${renderProblems()}`;
}

function renderOperation({
  path,
  method,
  operation,
}: {
  path: string;
  method: string;
  operation: oas31.OperationObject;
}) {
  const parameters = (operation.parameters ?? []) as oas31.ParameterObject[];
  const body = (operation.requestBody as oas31.RequestBodyObject | undefined)?.content ?? {};
  const bodies = Object.entries(body).map(([type, { schema }]) => row(type, `body: ${describeType(schema)}`));
  const inputs = parameters.map((parameter) => {
    const text = [parameter.in, describeType(parameter.schema), parameter.description]
      .filter(Boolean)
      .join(' · ');
    return row(parameter.required ? `${parameter.name} *` : parameter.name, text);
  });
  const answers = Object.entries(operation.responses ?? {}).map(([status, answer]) => {
    const { description, content = {} } = answer as oas31.ResponseObject;
    const types = Object.entries(content).map(([type, { schema }]) => `${type}: ${describeType(schema)}`);
    return row(status, [description, ...types].join(' · '));
  });
  return `<section><h3><span class="method">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code></h3>
<p>${escapeHtml(operation.summary ?? '')}. ${escapeHtml(operation.description ?? '')}</p>
${table('Takes', [...inputs, ...bodies])}${table('Answers', answers)}</section>`;
}

function renderSchemas({ components }: oas31.OpenAPIObject): string {
  const sections = Object.entries(components?.schemas ?? {}).map(([name, schema]) => {
    const { properties = {}, required = [], description } = schema as oas31.SchemaObject;
    const rows = Object.entries(properties).map(([key, value]) => {
      const text = [describeType(value), (value as oas31.SchemaObject).description]
        .filter(Boolean)
        .join(' · ');
      return row(required.includes(key) ? `${key} *` : key, text);
    });
    const intro = description ? `<p>${escapeHtml(description)}</p>` : '';
    return `<section id="schema-${escapeHtml(name)}"><h3>${escapeHtml(name)}</h3>${intro}${table('Fields', rows)}</section>`;
  });
  return `<h2 id="schemas">Schemas</h2>${sections.join('')}`;
}

function renderProblems(): string {
  const rows = Object.entries(PROBLEM_KINDS).map(([name, kind]) =>
    row(`${kind.status} /problems/${name}`, `${kind.title}. ${kind.help}`),
  );
  return `<h2 id="problems">Problems</h2>${table('Every error is one of these', rows)}`;
}

/** A type in a few words, such as `array of string` or the name of a schema in double brackets, which becomes a link. */
function describeType(schema: oas31.SchemaObject | oas31.ReferenceObject | undefined): string {
  if (!schema) return '';
  if ('$ref' in schema && schema.$ref) return `[[${schema.$ref.split('/').at(-1)}]]`;
  const { type, items, enum: choices, anyOf, oneOf, allOf } = schema as oas31.SchemaObject;
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join(' | ');
  const branches = anyOf ?? oneOf ?? allOf;
  if (branches) return branches.map(describeType).join(' or ');
  if (type === 'array') return `array of ${describeType(items)}`;
  return Array.isArray(type) ? type.join(' or ') : (type ?? 'any');
}

const row = (name: string, text: string): string =>
  `<tr><td><code>${escapeHtml(name)}</code></td><td>${linkSchemas(escapeHtml(text))}</td></tr>`;

const linkSchemas = (markup: string): string =>
  markup.replace(/\[\[(\w{1,60})\]\]/g, '<a href="#schema-$1">$1</a>');

const table = (caption: string, rows: readonly string[]): string =>
  rows.length === 0
    ? ''
    : `<table><tr><th colspan="2">${escapeHtml(caption)}</th></tr>${rows.join('')}</table>`;
