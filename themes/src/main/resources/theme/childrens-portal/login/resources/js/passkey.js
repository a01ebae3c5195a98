// Passkeys, as Keycloak's own scripts have them (26.7), in a file: the page policy allows no script in a page.
// The page's forms and their buttons work without it; only the passkey's own button needs it, and is hidden until then.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (byte) => byte.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
// What the realm leaves open is left to the browser.
const chosen = (setting) => (setting && setting !== "not specified" ? setting : undefined);
const milliseconds = (setting) => (setting === "0" ? undefined : Number(setting) * 1000);
const keys = (ids) => ids.map((id) => ({ type: "public-key", id: bytes(id) }));

const area = document.querySelector("[data-passkey]");
const settings = area.dataset;
const form = area.closest("form");
const button = area.querySelector("[data-passkey-start]");
const failed = area.querySelector("[data-passkey-failed]");

const fill = (fields) => {
  for (const [name, value] of Object.entries(fields)) area.querySelector(`[name=${name}]`).value = value;
};

let pending;
const signal = () => {
  pending?.abort();
  pending = new AbortController();
  return pending.signal;
};

const get = async (mediation) => {
  const allowed = [...area.querySelectorAll("[data-allowed]")].map((input) => input.value);
  const passkey = await navigator.credentials.get({
    publicKey: {
      rpId: settings.rp,
      challenge: bytes(settings.challenge),
      timeout: milliseconds(settings.timeout),
      userVerification: chosen(settings.verification),
      allowCredentials: "identified" in settings ? keys(allowed) : [],
    },
    mediation,
    signal: signal(),
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = passkey.response;
  fill({
    clientDataJSON: text(clientDataJSON),
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    credentialId: passkey.id,
    userHandle: userHandle ? text(userHandle) : "",
  });
  const remember = document.getElementById("rememberMe");
  if (remember) {
    const sent = Object.assign(document.createElement("input"), { type: "hidden", name: "rememberMe" });
    sent.value = remember.checked ? "on" : "off";
    form.append(sent);
  }
};

const selection = () => {
  const required = { Yes: "required", No: "discouraged" };
  const residentKey = chosen(settings.resident) ?? required[settings.residentRequired];
  return {
    authenticatorAttachment: chosen(settings.attachment),
    userVerification: chosen(settings.verification),
    ...(residentKey && { residentKey, requireResidentKey: residentKey === "required" }),
  };
};

const create = async () => {
  const passkey = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(settings.challenge),
      rp: { id: settings.rp, name: settings.rpName },
      user: { id: bytes(settings.user), name: settings.userName, displayName: settings.userName },
      pubKeyCredParams: (settings.algorithms || "-7")
        .split(",")
        .map((number) => ({ type: "public-key", alg: Number(number) })),
      attestation: chosen(settings.attestation),
      authenticatorSelection: selection(),
      timeout: milliseconds(settings.timeout),
      excludeCredentials: keys(settings.excluded.split(",").filter(Boolean)),
    },
    signal: signal(),
  });
  fill({
    clientDataJSON: text(passkey.response.clientDataJSON),
    attestationObject: text(passkey.response.attestationObject),
    publicKeyCredentialId: text(passkey.rawId),
    transports: passkey.response.getTransports?.().join() ?? "",
    authenticatorAttachment: passkey.authenticatorAttachment ?? "",
  });
};

// Somebody who turns the browser's question down, or waits too long, is still on the page.
const say = (message) => {
  failed.textContent = message;
};

button.addEventListener("click", async () => {
  say("");
  if (!window.PublicKeyCredential) return say(failed.dataset.passkeyUnknown);
  try {
    await (settings.passkey === "create" ? create() : get());
  } catch {
    return say(failed.dataset.passkeyFailed);
  }
  form.requestSubmit();
});
if (settings.passkey === "create") {
  // Enter in the field of the name is the button, not the form without a passkey.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input")) return;
    event.preventDefault();
    button.click();
  });
}
area.hidden = false;
button.hidden = false;
document.querySelectorAll("[data-without-passkey]").forEach((line) => line.remove());

// What the browser may offer by itself. If that comes to nothing, the page stays as it is.
const unasked = async () => {
  const mediation = settings.mediation ?? "none";
  // A question in front of the page is asked once, not again on the page that comes back with an error.
  if (mediation !== "conditional" && document.querySelector("[data-focus]")) return;
  if (mediation === "none" || "identified" in settings || !window.PublicKeyCredential) return;
  if (mediation === "conditional" && !(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  if (
    settings.attachment === "platform" &&
    !(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())
  )
    return;
  try {
    await get(mediation);
  } catch {
    return;
  }
  form.requestSubmit();
};
unasked();
