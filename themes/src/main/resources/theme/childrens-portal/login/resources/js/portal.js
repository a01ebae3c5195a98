// Everything here only improves pages that work without it.

document.querySelector("[data-focus]")?.focus();

for (const button of document.querySelectorAll("[data-toggle]")) {
  const input = document.getElementById(button.dataset.toggle);
  const show = (visible) => {
    input.type = visible ? "text" : "password";
    button.textContent = visible ? button.dataset.hide : button.dataset.show;
    button.setAttribute("aria-label", visible ? button.dataset.hideLabel : button.dataset.showLabel);
  };
  button.hidden = false;
  button.addEventListener("click", () => show(input.type === "password"));
  input.form.addEventListener("submit", () => show(false));
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

for (const form of document.forms) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "true";
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});
