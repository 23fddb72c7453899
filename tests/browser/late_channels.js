// Channels between tabs that are joined when the test says so.
const Joined = BroadcastChannel;
window.late = [];
window.BroadcastChannel = class extends EventTarget {
  #name;
  #said = [];
  #joined = null;
  constructor(name) {
    super();
    this.#name = name;
    late.push(this);
  }
  postMessage(text) {
    if (this.#joined) this.#joined.postMessage(text);
    else this.#said.push(text);
  }
  close() {
    this.#joined?.close();
  }
  begin() {
    this.#joined = new Joined(this.#name);
    this.#joined.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
    this.#said.forEach((text) => this.#joined.postMessage(text));
  }
};
