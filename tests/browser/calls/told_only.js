// A page that reads nothing again by the clock: only what it is told of.
const every = window.setInterval;
window.setInterval = (what, milliseconds, ...more) => (milliseconds < 10_000 ? every(what, milliseconds, ...more) : 0);
