/**
 * A vital set in ten seconds: own keys, fields that advance by themselves, doubts while typing.
 * The rules are in the markup, so the numbers come from reviewed content:
 *
 *   <input name="hr" inputmode="numeric" data-min="20" data-max="250" [data-decimals="1"] [data-below="sys"]
 *          data-doubt-low="Below 20: check the lead." data-doubt-high="…" data-doubt-number="…" data-doubt-decimals="…" [data-doubt-below="…"]>
 *   <button type="button" data-key="7|.|back|next">
 */
import { doubtAbout, isComplete } from "./plausible";

export function startKeypad(form: HTMLFormElement): void {
  const inputs = [...form.querySelectorAll<HTMLInputElement>(".entry input:not([type=hidden])")];
  // What the server said of a value stands until the value is another.
  const said = new Map(inputs.filter(input => input.hasAttribute("aria-invalid")).map(input => [input, input.closest(".entry")?.querySelector(".doubt")?.textContent ?? ""]));
  let current = inputs.find(input => said.has(input)) ?? inputs[0];
  // Who comes back to a field may want a number that runs on, such as 255 where 25 would do: she leaves it herself.
  let isComeBackTo = false;

  for (const input of inputs) {
    input.inputMode = "none"; // the tablet's own keyboard would cover half of the screen
    input.autocomplete = "off";
    input.addEventListener("focus", () => { current = input; isComeBackTo = input.value !== ""; input.select(); });
    input.addEventListener("blur", () => judge(input, true));
    input.addEventListener("keydown", event => onKey(event, input));
    input.addEventListener("input", event => {
      if ((event as InputEvent).isComposing) return;
      tidy(input);
      judge(input, isComplete(input));
      const grew = (event as InputEvent).inputType !== "deleteContentBackward";
      if (grew && !isComeBackTo && isComplete(input) && !doubtAbout(input, form)) advance(input, 1);
    });
  }

  form.querySelectorAll<HTMLButtonElement>("[data-key]").forEach(key => {
    key.tabIndex = -1;
    key.addEventListener("pointerdown", event => event.preventDefault()); // the field keeps the focus
    key.addEventListener("click", () => { if (current) press(key.dataset["key"] ?? "", current); });
  });

  function press(key: string, input: HTMLInputElement): void {
    input.focus();
    if (key === "next") return advance(input, 1);
    if (key === "back" && input.value === "") return advance(input, -1);
    const from = input.selectionStart ?? input.value.length;
    const until = input.selectionEnd ?? from;
    if (key === "back") input.setRangeText("", from === until ? Math.max(0, from - 1) : from, until, "end");
    else input.setRangeText(key, from, until, "end");
    input.dispatchEvent(new InputEvent("input", { inputType: key === "back" ? "deleteContentBackward" : "insertText", bubbles: true }));
  }

  function onKey(event: KeyboardEvent, input: HTMLInputElement): void {
    if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      advance(input, 1);
    } else if (event.key === "ArrowUp" || (event.key === "Backspace" && input.value === "")) {
      event.preventDefault();
      advance(input, -1);
    }
  }

  function advance(input: HTMLInputElement, by: 1 | -1): void {
    const next = inputs[inputs.indexOf(input) + by];
    if (next) next.focus();
    else if (by === 1) form.querySelector<HTMLButtonElement>("button.save")?.focus();
  }

  function judge(input: HTMLInputElement, finished: boolean): void {
    const isAsRefused = said.has(input) && input.value === input.defaultValue;
    const doubt = isAsRefused ? said.get(input) ?? "" : doubtAbout(input, form, finished);
    if (said.has(input)) input.setAttribute("aria-invalid", String(isAsRefused));
    const entry = input.closest(".entry");
    entry?.classList.toggle("doubtful", doubt !== "");
    entry?.classList.toggle("done", input.value !== "" && doubt === "");
    const place = entry?.querySelector(".doubt");
    if (place && place.textContent !== doubt) place.textContent = doubt;
  }

  current?.focus();
}

/**
 * A comma is a point, and a field with one decimal sets the point itself: 3, 6, 8 is 36.8. Nothing is taken away: without
 * its point 7.2 would be 72, and what is no number is said instead.
 */
function tidy(input: HTMLInputElement): void {
  const decimals = Number(input.dataset["decimals"] ?? 0);
  const whole = Math.trunc(Number(input.dataset["max"])).toString().length;
  let text = input.value.replace(",", ".");
  if (decimals > 0 && /^\d+$/.test(text) && text.length > whole) text = `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  if (text !== input.value) input.value = text;
}
