import type { Job } from 'bullmq';

/** What the log says of a job: its id, and those of the requests that it goes back to, as `X-Request-Id` has them. */
export function describeJob({
  id,
  data,
}: Pick<Job<{ readonly requests?: readonly string[] }>, 'id' | 'data'>): {
  readonly job: string | undefined;
  readonly requests?: readonly string[];
} {
  const { requests } = data;
  return { job: id, ...(requests && { requests }) };
}
