import { useEffect, useState } from 'preact/hooks';
import { ApiError, Unreachable } from './api';

/** Pause before something that failed in passing is read again. */
const PAUSE_MS = 5_000;

/** Reads again, some seconds after each failure that may go by itself: nobody answered, or the service is in trouble. Answers what to tell of failures. */
export function useReadAgain(read: () => void): (error: unknown) => void {
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    if (failures === 0) return undefined;
    const timer = setTimeout(read, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [failures]);
  return (error) => {
    const isPassing =
      error instanceof Unreachable || (error instanceof ApiError && error.problem.status >= 500);
    if (isPassing) setFailures((count) => count + 1);
  };
}
