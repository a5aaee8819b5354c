/**
 * form[data-passkey=get|create][data-options=ADDRESS]: the browser's own ceremony before the form is sent. The form is hidden
 * until it is known that this browser can; what goes wrong is said in the form, and nothing is sent.
 */
import { words } from "./words";

export function startPasskeys(): void {
  const can = typeof PublicKeyCredential === "function" && typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function";
  document.querySelectorAll<HTMLElement>("[data-passkey]").forEach(form => { form.hidden = !can; });
  document.querySelectorAll<HTMLElement>("[data-no-passkey]").forEach(note => { note.hidden = can; });
  if (!can) return;
  document.addEventListener("submit", event => {
    const form = event.target as HTMLFormElement;
    const field = form.querySelector<HTMLInputElement>("input[data-credential]");
    if (form.dataset["passkey"] === undefined || !field || field.value !== "") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(form, "");
    ceremony(form).then(
      credential => { field.value = JSON.stringify(credential.toJSON()); form.requestSubmit(); },
      () => say(form, words.noPasskey),
    );
  }, true);
  // A form that comes back from the history would send the credential of before.
  addEventListener("pageshow", () => document.querySelectorAll<HTMLInputElement>("input[data-credential]").forEach(field => { field.value = ""; }));
}

async function ceremony(form: HTMLFormElement): Promise<PublicKeyCredential> {
  const token = new FormData(form).get("__RequestVerificationToken");
  const answer = await fetch(form.dataset["options"] ?? "", { method: "POST", body: new URLSearchParams({ __RequestVerificationToken: String(token) }) });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const options = await answer.json();
  const made = form.dataset["passkey"] === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  if (!(made instanceof PublicKeyCredential)) throw new Error("none");
  return made;
}

function say(form: HTMLFormElement, text: string): void {
  const place = form.querySelector<HTMLElement>("[role=status]");
  if (place) place.textContent = text;
}
