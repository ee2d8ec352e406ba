// Lets links and forms marked data-intern change the screen without loading the page again, copies the address, and
// puts Streamlit's own English words into Dutch. Without it every link still works: it only loads the page anew.
"use strict";

function go(address) {
  const target = new URL(address, location.href);
  const otherScreen = target.pathname !== location.pathname;
  history.pushState({}, "", address);
  window.dispatchEvent(new PopStateEvent("popstate")); // Streamlit reads the address and draws that screen
  const main = document.querySelector('[data-testid="stMain"]');
  if (main && otherScreen) {
    main.scrollTo(0, 0);
    main.setAttribute("tabindex", "-1");
    main.focus({ preventScroll: true }); // the link that had the focus is gone
  }
  if (target.hash) reveal(target.hash.slice(1), 40);
}

// A screen is drawn bit by bit: look for the place until it is there.
function reveal(id, tries) {
  const place = document.getElementById(id);
  if (place) place.scrollIntoView();
  if (tries > 0) setTimeout(() => reveal(id, place ? Math.min(tries, 10) - 1 : tries - 1), 75);
}
if (location.hash) reveal(location.hash.slice(1), 40);

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-intern]");
  if (!link || event.button !== 0 || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.getAttribute("href"));
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-intern]");
  if (!form) return;
  event.preventDefault();
  const values = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(values).toString();
  go(form.getAttribute("action") + (query ? "?" + query : ""));
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy-address]");
  if (!button) return;
  const said = button.closest("section")?.querySelector('[role="status"]');
  let sentence = button.dataset.done;
  try {
    await navigator.clipboard.writeText(location.href);
  } catch {
    sentence = button.dataset.failed;
  }
  if (said) said.textContent = sentence;
});

// Streamlit's own few English words, in Dutch. The pairs stand in a <meta> of the page, as JSON.
const words = new Map(Object.entries(JSON.parse(document.querySelector('meta[name="woorden"]')?.content ?? "{}")));

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const word = words.get(node.data.trim());
    if (word && !node.parentElement?.closest(".stHtml")) node.data = word;
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE || node.closest(".stHtml")) return;
  for (const element of [node, ...node.querySelectorAll("[aria-label], [title]")]) {
    for (const name of ["aria-label", "title"]) {
      const word = words.get(element.getAttribute(name));
      if (word) element.setAttribute(name, word);
    }
  }
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) translate(texts.currentNode);
}

if (words.size) {
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") translate(change.target);
      change.addedNodes.forEach(translate);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label", "title"] });
}
