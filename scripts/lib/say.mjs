/** Prints what is being done and why, apart from the program's own output. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Ends the process with a message for a person: what is wrong and the ways out. */
export function giveUp(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}
