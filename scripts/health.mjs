// The health check of the container: asks the process beside it whether it lives. `node scripts/health.mjs api|worker`
const role = process.argv[2] ?? 'api';
const port = role === 'worker' ? process.env.WORKER_PORT : (process.env.PORT ?? '3000');

try {
  const answer = await fetch(`http://127.0.0.1:${port}/livez`, { signal: AbortSignal.timeout(4_000) });
  if (!answer.ok) throw new Error(`/livez answered ${answer.status}`);
} catch (error) {
  process.stderr.write(`${role} is not well: ${error.cause?.message ?? error.message}\n`);
  process.exit(1);
}
