// Loaded before a process of the service: sets its clock forward or back by what a file says, anew at each SIGUSR2, as when
// somebody sets the clock of the machine. Timers go on as they do then.
const { readFileSync } = require('node:fs');

const RealDate = Date;
let offsetMs = 0;
globalThis.Date = class Date extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [RealDate.now() + offsetMs] : parts));
  }
  static now() {
    return RealDate.now() + offsetMs;
  }
};
const read = () => {
  offsetMs = Number(readFileSync(process.env.CHAOS_CLOCK_FILE, 'utf8'));
};
read();
process.on('SIGUSR2', read);
