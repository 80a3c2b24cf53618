/** What the service can answer instead of a result. The name is the end of the stable `type` URI. */
interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** What to do about it, in words; shown on the page that the `type` URI leads to. */
  readonly help: string;
}

/** Every problem of the service. Names are part of the contract: add, never rename. */
export const PROBLEM_KINDS = {
  'invalid-json': {
    status: 400,
    title: 'The body is not well-formed JSON',
    help: 'Send UTF-8 encoded JSON. The detail names the line and column where reading stopped.',
  },
  'invalid-encoding': {
    status: 400,
    title: 'The body cannot be decoded',
    help: 'The body must be valid UTF-8, and must really be compressed the way Content-Encoding says.',
  },
  'invalid-request': {
    status: 400,
    title: 'The request has an invalid parameter',
    help: 'Correct the path, query or header fields listed under "errors".',
  },
  unauthorized: {
    status: 401,
    title: 'A valid key is needed',
    help: 'Send a key in the header "Authorization: Bearer <key>". Keys are made by an administrator.',
  },
  forbidden: {
    status: 403,
    title: 'The key does not allow this',
    help: 'Use a key with the scope that the detail names.',
  },
  'too-many-collections': {
    status: 403,
    title: 'There may be no further collection',
    help: 'Use a collection that is there. MAX_COLLECTIONS says how many there may be.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    help: 'Look up the path in /docs or /openapi.json.',
  },
  'article-not-found': {
    status: 404,
    title: 'No such article',
    help: 'Check the id and the collection. Articles are removed when the retention time is over.',
  },
  'body-too-slow': {
    status: 408,
    title: 'The body comes too slowly',
    help: 'Send the body without pauses. After the first 15 seconds it has to come at 1 kB a second.',
  },
  'story-not-found': {
    status: 404,
    title: 'No such story',
    help: 'Check the id, the version and the collection. Closed stories are removed after the retention time.',
  },
  'webhook-not-found': {
    status: 404,
    title: 'No such webhook',
    help: 'List them with GET /v1/webhooks.',
  },
  'delivery-not-found': {
    status: 404,
    title: 'No such delivery',
    help: 'Deliveries are remembered for 7 days, 500 of each webhook. /recover?since= sends older events that are kept.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    help: 'The Allow header of the answer lists the methods that it takes.',
  },
  'not-acceptable': {
    status: 406,
    title: 'None of the wanted media types can be produced',
    help: 'Put one of the media types named in the detail into the Accept header.',
  },
  csrf: {
    status: 403,
    title: 'The change does not show that the review page sent it',
    help: 'With a log-in cookie, send the token of GET /admin/api/session in the header X-CSRF-Token.',
  },
  'decision-not-found': {
    status: 404,
    title: 'No such decision',
    help: 'Check the id and the collection; /admin/api/audit lists decisions.',
  },
  'stale-story': {
    status: 409,
    title: 'The story is not as you saw it',
    help: 'Look at the fresh state under "stories", and decide again with its version.',
  },
  contradiction: {
    status: 409,
    title: 'Earlier decisions say otherwise',
    help: 'The decisions are listed. Undo them, or send the request again with the members of "retry" to overrule them.',
  },
  'undo-blocked': {
    status: 409,
    title: 'Later decisions stand on this one',
    help: 'The decisions are listed. Undo them first, or send the request again with the members of "retry".',
  },
  'already-undone': {
    status: 409,
    title: 'This decision was taken back before',
    help: 'Undo the decision that took it back, if it is to stand again.',
  },
  'confirmation-needed': {
    status: 409,
    title: 'This changes so much that it needs a second confirmation',
    help: 'Look at the preview, and send the request again with the "confirmation" of this answer.',
  },
  'stale-settings': {
    status: 409,
    title: 'The settings are not as you saw them',
    help: 'Look at the fresh settings, and change them again with their revision.',
  },
  'too-many-webhooks': {
    status: 409,
    title: 'There are as many webhooks as there may be',
    help: 'Delete one that is no longer used.',
  },
  'idempotency-in-flight': {
    status: 409,
    title: 'The first request with this Idempotency-Key is still being worked on',
    help: 'Wait for the seconds in Retry-After and send the same request again.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    help: 'Send smaller requests; bulk posts go to /v1/articles/batch as several requests.',
  },
  'batch-too-long': {
    status: 413,
    title: 'The batch has too many lines',
    help: 'The lines before the limit were taken, see "items"; send the others in another request.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body has a media type, character set or compression that is not taken',
    help: 'Send application/json in UTF-8, plain or compressed with gzip, deflate or br.',
  },
  'invalid-body': {
    status: 422,
    title: 'The body has invalid fields',
    help: 'Correct the fields listed under "errors".',
  },
  'invalid-article': {
    status: 422,
    title: 'The article has invalid fields',
    help: 'Correct the fields listed under "errors". The fields of an article are described in /docs.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'This Idempotency-Key was used for another body',
    help: 'Use a new key for every new request, and the same key only to repeat the very same body.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    help: 'Wait for the seconds in Retry-After. The RateLimit headers say how much is left.',
  },
  internal: {
    status: 500,
    title: 'The service failed',
    help: 'This is a fault of the service. Its log has the details under the request id of the answer.',
  },
  unavailable: {
    status: 503,
    title: 'The service cannot answer now',
    help: 'Wait for the seconds in Retry-After and send the same request again; nothing was lost.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemName = keyof typeof PROBLEM_KINDS;

/** One bad field: `path` as in `source.name` or `tags[3]`; `message` says what is wrong and what would be right. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

export interface ProblemExtras {
  readonly errors?: readonly FieldError[];
  /** Response headers that belong to the problem, such as `Allow` or `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the problem document. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** The body of an `application/problem+json` answer (RFC 9457). */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly [member: string]: unknown;
}

/** An expected refusal: thrown by middleware and handlers, turned into an answer by the error handler. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  /** `detail` is read by a person who has to act on it: what was wrong here, and what would be right. */
  constructor(
    readonly problem: ProblemName,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail);
  }

  get status(): number {
    return PROBLEM_KINDS[this.problem].status;
  }

  /** The document to send, also used for single lines of a batch. */
  toDocument(): ProblemDocument {
    const { status, title } = PROBLEM_KINDS[this.problem];
    const { errors, members } = this.extras;
    return {
      type: `/problems/${this.problem}`,
      title,
      status,
      detail: this.detail,
      ...(errors && { errors }),
      ...members,
    };
  }
}
