/**
 * An idle screen at a desk is covered when the server has locked it: header[data-lock-after]. What was typed stays below the
 * cover. The board is a display and is not covered; what is sent from it asks for the PIN.
 */
import { el, icon } from "./tablet/dom";
import { lockState, openLock, touched } from "./locked";

const askEvery = 15_000;
let cover: HTMLElement | undefined;

export function startCovering(): void {
  const head = document.querySelector<HTMLElement>("header[data-lock-after]");
  if (!head || location.pathname.startsWith("/board")) return;
  let askedAt = Date.now();
  for (const name of ["pointerdown", "keydown"]) addEventListener(name, () => {
    if (!cover) void touched("desk").then(state => { if (state === "locked") show(head); });
  }, true);
  setInterval(() => {
    if (cover || Date.now() - askedAt < askEvery) return;
    askedAt = Date.now();
    void lockState().then(state => { if (state === "locked" && !cover) show(head); });
  }, 1000);
}

function show(head: HTMLElement): void {
  const says = el("p", { role: "status", class: "error" });
  const form = el("form", { novalidate: "", class: "card fields" },
    el("h1", {}, "This screen is locked"),
    el("div", { class: "field" }, el("label", { for: "cover-pin" }, `PIN or password of ${head.dataset["name"] ?? ""}`), el("input", { id: "cover-pin", name: "pin", type: "password", autocomplete: "off" })),
    says,
    el("div", { class: "cluster" }, el("button", { class: "big" }, icon("lock"), "Unlock"), el("a", { href: `/sign-in?then=${encodeURIComponent(location.pathname + location.search)}` }, "Sign in as somebody else")));
  form.addEventListener("submit", event => { event.preventDefault(); void open(head, form, says); });
  cover = el("section", { class: "lock-cover", role: "dialog", "aria-modal": "true", "aria-label": "Locked" }, form);
  for (const part of document.body.children) (part as HTMLElement).inert = true;
  document.body.append(cover);
  form.querySelector("input")?.focus();
}

async function open(head: HTMLElement, form: HTMLFormElement, says: HTMLElement): Promise<void> {
  const input = form.querySelector("input")!;
  const token = head.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]")?.value ?? "";
  const against = await openLock(token, input.value);
  if (against === "") {
    cover?.remove();
    cover = undefined;
    for (const part of document.body.children) (part as HTMLElement).inert = false;
    return;
  }
  input.value = "";
  input.focus();
  says.textContent = against ?? "The server does not answer. Try again.";
}
