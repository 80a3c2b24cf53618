/** Runs pieces of work one after the other, in the order they were asked for. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    // A failure is for whoever asked; the next turn comes all the same.
    last = turn.catch(() => undefined);
    return turn;
  };
}
