// The streams of events that this page has opened.
window.streams = [];
window.EventSource = class extends EventSource {
  constructor(...address) {
    super(...address);
    streams.push(this);
  }
};
