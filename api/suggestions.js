// Subjects to choose from while a question is typed: an editable combobox with a list, as the ARIA Authoring Practices
// describe it. Arrow keys choose, Enter asks, Escape closes. Without this script the field is a plain field.

const SUGGEST_AFTER = 180; // milliseconds without a key; no request for each letter
const suggesting = { field: null, list: null, said: null, timer: 0, request: null, chosen: -1 };

function suggestionField(target) {
  return target instanceof HTMLInputElement && target.closest(".st-key-sg-ask") ? target : null;
}

// The list stands beside the screen's own elements, which Streamlit draws anew whenever it likes.
function suggestionList() {
  if (!suggesting.list?.isConnected) {
    const place = document.querySelector('[data-testid="stMain"]') ?? document.body;
    suggesting.list = Object.assign(document.createElement("ul"), { id: "sg-suggesties", className: "sg-suggestions", hidden: true });
    suggesting.list.setAttribute("role", "listbox");
    suggesting.list.setAttribute("aria-label", "Suggesties");
    suggesting.said = Object.assign(document.createElement("div"), { className: "sg-hidden" });
    suggesting.said.setAttribute("role", "status");
    place.append(suggesting.list, suggesting.said);
  }
  return suggesting.list;
}

function closeSuggestions() {
  clearTimeout(suggesting.timer);
  suggesting.request?.abort();
  suggesting.chosen = -1;
  if (suggesting.list) suggesting.list.hidden = true;
  suggesting.field?.setAttribute("aria-expanded", "false");
  suggesting.field?.removeAttribute("aria-activedescendant");
}

function showSuggestions(field, subjects) {
  const list = suggestionList();
  list.replaceChildren(
    ...subjects.map((subject, i) => {
      const option = Object.assign(document.createElement("li"), { id: `sg-suggestie-${i}`, textContent: subject });
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      return option;
    }),
  );
  if (!subjects.length) return closeSuggestions();
  const under = window.innerWidth > 640 ? field.closest('[data-testid="stTextInput"]') : field.closest(".st-key-sg-ask");
  const box = (under ?? field).getBoundingClientRect();
  list.hidden = false;
  const around = list.offsetParent ?? document.body;
  const outer = around.getBoundingClientRect();
  list.style.left = `${box.left - outer.left}px`;
  list.style.top = `${box.bottom - outer.top + around.scrollTop + 4}px`;
  list.style.width = `${box.width}px`;
  field.setAttribute("aria-expanded", "true");
  suggesting.said.textContent = subjects.length === 1 ? "1 suggestie" : `${subjects.length} suggesties`;
}

function chooseSuggestion(step) {
  const options = [...suggesting.list.children];
  options[suggesting.chosen]?.setAttribute("aria-selected", "false");
  suggesting.chosen = (suggesting.chosen + step + options.length + 1) % (options.length + 1);
  const option = suggesting.chosen < options.length ? options[suggesting.chosen] : null; // one place more: the field itself
  if (!option) {
    suggesting.chosen = -1;
    suggesting.field.removeAttribute("aria-activedescendant");
    return;
  }
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  suggesting.field.setAttribute("aria-activedescendant", option.id);
}

// As if it had been typed, and the field left: that is when Streamlit asks. The value is set past React, which would
// otherwise put back what was typed.
function askSuggestion(option) {
  const field = suggesting.field;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, option.textContent);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  closeSuggestions();
  setTimeout(() => {
    field.blur();
    field.focus();
  });
}

async function suggest(field) {
  suggesting.request?.abort();
  suggesting.request = new AbortController();
  try {
    const answer = await fetch(`./api/suggesties?q=${encodeURIComponent(field.value)}`, { signal: suggesting.request.signal });
    const { suggesties } = await answer.json();
    if (answer.ok && document.activeElement === field) showSuggestions(field, suggesties.filter((s) => s !== field.value));
  } catch {
    closeSuggestions(); // no answer, or one that came too late: the field works without
  }
}

document.addEventListener("focusin", (event) => {
  const field = suggestionField(event.target);
  if (!field) return;
  suggesting.field = field;
  suggestionList();
  for (const [name, value] of Object.entries({
    role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "sg-suggesties",
  })) field.setAttribute(name, value);
});

document.addEventListener("input", (event) => {
  const field = suggestionField(event.target);
  if (!field) return;
  closeSuggestions();
  if (field.value.trim().length >= 2) suggesting.timer = setTimeout(() => suggest(field), SUGGEST_AFTER);
});

document.addEventListener("keydown", (event) => {
  if (!suggestionField(event.target)) return;
  const isOpen = suggesting.list && !suggesting.list.hidden;
  if (event.key === "Enter" && isOpen && suggesting.chosen >= 0) {
    event.preventDefault();
    event.stopPropagation(); // what was typed is not asked
    askSuggestion(suggesting.list.children[suggesting.chosen]);
  } else if (event.key === "Enter" || event.key === "Tab") {
    closeSuggestions();
  } else if (event.key === "Escape" && isOpen) {
    event.preventDefault();
    closeSuggestions();
  } else if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    chooseSuggestion(event.key === "ArrowDown" ? 1 : -1);
  }
}, true);

document.addEventListener("pointerdown", (event) => {
  const option = event.target.closest?.(".sg-suggestions [role=option]");
  if (option && event.button === 0) {
    event.preventDefault(); // the field keeps the focus
    askSuggestion(option);
  } else if (!suggestionField(event.target)) {
    closeSuggestions();
  }
});

document.addEventListener("focusout", (event) => {
  if (suggestionField(event.target)) closeSuggestions();
});
