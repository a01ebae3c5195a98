// Everything here only improves pages that work without it.

document.querySelector("[data-focus]")?.focus();

// The address for Back and reload: the page's own, where its form is sent, or else the one that Keycloak writes into
// pages that answer a form (see template.ftl). That one holds for as long as Keycloak is at this page.
const own = document.querySelector("form[data-own-address]")?.action;
const answered = document.getElementById("page-address")?.content.firstChild?.data;
const reload = own ?? answered?.match(/replaceState\(\{\}, "[^"]*", "([^"]+)"\)/)?.[1];
if (reload) history.replaceState({}, "", reload);

// What an error is about comes into view with its label, as in govuk-frontend's ErrorSummary, and not the field alone.
const legendOrLabel = (input) => {
  const legend = input.closest("fieldset")?.querySelector("legend");
  const label = input.labels?.[0];
  if (!legend || !label || ["radio", "checkbox"].includes(input.type)) return legend ?? label;
  const seenTogether =
    input.getBoundingClientRect().bottom - legend.getBoundingClientRect().top < innerHeight / 2;
  return seenTogether ? legend : label;
};
for (const link of document.querySelectorAll(".govuk-error-summary a[href^='#']")) {
  link.addEventListener("click", (event) => {
    const input = document.getElementById(link.hash.slice(1));
    const title = input && legendOrLabel(input);
    if (!title) return;
    event.preventDefault();
    title.scrollIntoView();
    input.focus({ preventScroll: true });
  });
}

// Another language keeps the answers, whose forms the page marks, and no secret: whatever a field's type is
// at the moment ("Show" makes a password's "text"), its autocomplete says what is typed into it.
const ANSWERS = "portal-answers";
const isSecret = (input) =>
  input.type === "password" || /password|one-time-code/.test(input.autocomplete);
const answers = () =>
  [...document.querySelectorAll("[data-answers] input[id]")].filter(
    (input) => input.type !== "hidden" && !isSecret(input),
  );
for (const link of document.querySelectorAll("[data-keep-answers]")) {
  link.addEventListener("click", () => {
    const typed = answers().map((input) => [input.id, input.value, input.checked]);
    sessionStorage.setItem(ANSWERS, JSON.stringify(typed));
  });
}
for (const [id, value, checked] of JSON.parse(sessionStorage.getItem(ANSWERS) ?? "[]")) {
  const input = answers().find((other) => other.id === id);
  if (!input) continue;
  if (["radio", "checkbox"].includes(input.type)) input.checked = checked;
  else input.value = value;
}
sessionStorage.removeItem(ANSWERS);

for (const button of document.querySelectorAll("[data-toggle]")) {
  const input = document.getElementById(button.dataset.toggle);
  const [word, name] = [button.textContent, button.ariaLabel];
  const show = (visible) => {
    input.type = visible ? "text" : "password";
    button.textContent = visible ? button.dataset.hide : word;
    button.setAttribute("aria-label", visible ? button.dataset.hideLabel : name);
  };
  button.hidden = false;
  button.addEventListener("click", () => show(input.type === "password"));
  input.form.addEventListener("submit", () => show(false));
  // Browsers that keep what was typed for Back leave passwords out.
  window.addEventListener("pagehide", () => show(false));
}

for (const section of document.querySelectorAll("[data-shown-by]")) {
  const radios = document.getElementsByName(section.dataset.shownBy);
  const update = () => {
    section.hidden = ![...radios].some((radio) => radio.checked && radio.value === "true");
  };
  section.querySelector("[data-without-script]")?.remove();
  radios.forEach((radio) => radio.addEventListener("change", update));
  update();
}

// A double click sends once. A send that was stopped can be tried again: the server makes nothing twice.
const DOUBLE_CLICK = 1000;
for (const form of document.forms) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    setTimeout(() => delete form.dataset.sent, DOUBLE_CLICK);
  });
}
window.addEventListener("pageshow", ({ persisted }) => {
  for (const form of document.forms) delete form.dataset.sent;
  // A page that the browser kept for Back, whose form may have gone to an address of Keycloak's that works once.
  if (persisted && document.querySelector("main form[action*='session_code=']")) location.reload();
});

for (const list of document.querySelectorAll("[data-password-rules]")) {
  import("./password-rules.js").then(({ knows, keeps }) => {
    const input = document.getElementById(list.dataset.passwordRules);
    const status = list.parentElement.querySelector("[data-password-status]");
    const lines = [...list.children].filter((line) => knows(line.dataset.rule));
    for (const line of lines) {
      const kept = document.createElement("span");
      kept.className = "govuk-visually-hidden";
      kept.textContent = ` ${list.dataset.kept}`;
      line.append(kept);
    }
    let pause;
    const tick = () => {
      for (const line of lines) {
        const kept =
          input.value !== "" && keeps(line.dataset.rule, Number(line.dataset.number ?? 1), input.value);
        line.classList.toggle("portal-rule--kept", kept);
        line.lastChild.hidden = !kept;
      }
      const left = lines.filter((line) => !line.classList.contains("portal-rule--kept")).length;
      clearTimeout(pause);
      pause = setTimeout(() => {
        status.textContent =
          input.value === ""
            ? ""
            : left === 0
              ? status.dataset.all
              : status.dataset.left.split("|")[left - 1];
      }, 1000);
    };
    input.addEventListener("input", tick);
    tick();
  });
}

for (const status of document.querySelectorAll("[data-match]")) {
  const [first, second] = status.dataset.match.split(" ").map((id) => document.getElementById(id));
  const compare = () => {
    const same = first.value !== "" && first.value === second.value;
    status.textContent = same ? status.dataset.text : "";
  };
  first.addEventListener("input", compare);
  second.addEventListener("input", compare);
}

// The last page of signing out goes on by itself once the frames have told the applications.
const goOn = document.querySelector("[data-go-on]");
if (goOn) window.addEventListener("load", () => location.replace(goOn.href));

// What goes on to another service by a form of hidden fields (SAML).
document.querySelector("[data-send]")?.requestSubmit();

// How long the code can still be entered, beside the time of day. Not announced: it would interrupt.
const MINUTE = 60_000;
for (const left of document.querySelectorAll("[data-seconds]")) {
  const end = performance.now() + Number(left.dataset.seconds) * 1000;
  const texts = left.dataset.left.split("|");
  const tick = () => {
    const minutes = Math.max(0, Math.ceil((end - performance.now()) / MINUTE));
    left.textContent = texts[minutes] ? ` (${texts[minutes]})` : "";
    if (minutes > 0) setTimeout(tick, MINUTE / 4);
  };
  tick();
  // What to do about an email that is late, below everything that somebody may be using at the moment.
  const help = document.querySelector("[data-late]");
  const late = (Number(left.dataset.seconds) - Number(help?.dataset.late)) * 1000;
  if (late > 0) setTimeout(() => (help.open = true), late);
}
