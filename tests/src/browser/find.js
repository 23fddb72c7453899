// The control that people and screen readers call so, in a part of the page; inside the topmost
// dialog, when there is one.
const [name, part] = arguments;
const squeeze = (text) => text.replace(/\s+/g, " ").trim();
const controls = "button, a[href], summary, label, [role=tab], [role^=menuitem], [role=option]";
const root = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.querySelector(part);
const words = (element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [squeeze(element.textContent)];
  while (walker.nextNode()) found.push(squeeze(walker.currentNode.data));
  return found;
};
const called = (element) => {
  const label = element.getAttribute("aria-label");
  return label === null ? words(element).includes(name) : squeeze(label) === name;
};
const shown = (element) => element.checkVisibility({ visibilityProperty: true });
return [...(root?.querySelectorAll(controls) ?? [])].find((element) => shown(element) && called(element)) ?? null;
