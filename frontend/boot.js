// Runs before the first paint: theme and language of the page, then the program.
// It is a file of its own because the content security policy allows no inline script.
(() => {
  const { css, js, wasm } = document.currentScript.dataset;
  const page = document.documentElement;

  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is forbidden here
    }
  };

  const theme = stored("solicita.theme");
  const dark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  page.classList.toggle("pf-v6-theme-dark", dark);

  const wanted = [stored("solicita.language"), ...navigator.languages].filter(Boolean);
  const spoken = { pt: "pt-BR", es: "es", en: "en" };
  page.lang = wanted.map((tag) => spoken[tag.slice(0, 2).toLowerCase()]).find(Boolean) ?? "pt-BR";

  // A style sheet added by a script does not hold up the paint of the loading state.
  const styled = new Promise((resolve, reject) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = css;
    sheet.onload = resolve;
    sheet.onerror = () => reject(new Error(`cannot load ${css}`));
    document.head.append(sheet);
  });

  const compiled = async () => {
    const response = await fetch(wasm);
    if (!response.ok) throw new Error(`cannot load ${wasm}: ${response.status}`);
    return WebAssembly.compileStreaming(response);
  };

  const failed = (cause) => {
    console.error(cause);
    const show = () => page.classList.add("boot-failed");
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", show);
    else show();
  };

  const parsed = new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    else addEventListener("DOMContentLoaded", resolve);
  });

  Promise.all([import(js), compiled(), styled, parsed])
    .then(([program, module]) => program.default({ module_or_path: module }))
    .catch(failed);
})();
