/** The buttons about the lock: set a PIN, lock now. Without a PIN nothing locks, and the page says so. */
import { about } from "./about";
import { button, el, icon } from "./dom";
import { lock, startLock } from "./lock";
import { hasPin, setPin } from "./pin";

export async function startLocking(bar: HTMLElement): Promise<void> {
  const place = bar.appendChild(el("span", { class: "cluster" }));
  const show = async () => {
    place.replaceChildren(...await hasPin(about.person)
      ? [button("quiet", lock, icon("lock"), "Lock now"), button("plain", ask, "Change PIN")]
      : [button("quiet", ask, icon("key-round"), "Set a PIN")]);
  };
  const ask = () => {
    const says = el("p", { class: "error", role: "status" });
    const form = el("form", { novalidate: "", class: "pin" }, el("label", {}, `PIN, 4 to 12 digits; with it this tablet locks after ${Math.round(about.lockAfter / 60_000)} min `, el("input", { name: "pin", type: "password", inputmode: "numeric", autocomplete: "new-password", maxlength: "12" })), el("button", {}, "Set PIN"), says);
    form.addEventListener("submit", async event => {
      event.preventDefault();
      const wrong = await setPin(form.querySelector("input")!.value);
      if (wrong) { says.textContent = wrong; return; }
      await show();
      await startLock();
    });
    place.replaceChildren(form);
    form.querySelector("input")?.focus();
  };
  await show();
  await startLock();
}
