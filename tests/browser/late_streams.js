// Streams of events that begin when the test says so.
const Begun = EventSource;
window.late = [];
window.EventSource = class {
  #listeners = [];
  #begun = null;
  #closed = false;
  constructor(url) {
    this.url = url;
    late.push(this);
  }
  get readyState() {
    return this.#closed ? Begun.CLOSED : (this.#begun?.readyState ?? Begun.CONNECTING);
  }
  addEventListener(...listener) {
    this.#listeners.push(listener);
    this.#begun?.addEventListener(...listener);
  }
  removeEventListener(...listener) {
    this.#listeners = this.#listeners.filter(([name, heard]) => name !== listener[0] || heard !== listener[1]);
    this.#begun?.removeEventListener(...listener);
  }
  close() {
    this.#closed = true;
    this.#begun?.close();
  }
  begin() {
    if (this.#closed) return;
    this.#begun = new Begun(this.url);
    this.#listeners.forEach((listener) => this.#begun.addEventListener(...listener));
  }
};
