// The computer's telephone: it notes whom it is to call, where a browser would ask whether it may.
window.dialled = [];
navigation.addEventListener("navigate", (event) => {
  const { url } = event.destination;
  if (url.startsWith("tel:")) {
    event.preventDefault();
    dialled.push(url);
  }
});
