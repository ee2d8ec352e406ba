// Lets links and forms marked data-intern change the screen without loading the page again, and copies the address.
// Without it every link still works: it only loads the page anew.
"use strict";

function go(address) {
  const samePage = new URL(address, location.href).pathname === location.pathname;
  history.pushState({}, "", address);
  window.dispatchEvent(new PopStateEvent("popstate")); // Streamlit reads the address and draws that screen
  const main = document.querySelector('[data-testid="stMain"]');
  if (main && !samePage) main.scrollTo(0, 0);
}

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
