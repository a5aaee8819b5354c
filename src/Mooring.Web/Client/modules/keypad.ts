/**
 * A vital set in ten seconds: own keys, doubts while typing, and one way on. The pad goes on when the person does, never by
 * itself: with Next, or with a digit that the number can not hold any more and that therefore begins the next one. A number
 * out of reason holds the pad until it is mended or Next is pressed again, so that a slip never moves into the box beside it.
 * The rules are in the markup, so the numbers come from reviewed content:
 *
 *   <input name="hr" inputmode="numeric" data-min="20" data-max="250" [data-decimals="1"] [data-below="sys"]
 *          data-doubt-low="Below 20: check the lead." data-doubt-high="…" data-doubt-number="…" data-doubt-decimals="…" [data-doubt-below="…"]>
 *   <button type="button" data-key="7|.|back|next">
 */
import { beginsAnother, doubtAbout, isComplete } from "./plausible";
import { words } from "./words";

export function startKeypad(form: HTMLFormElement): void {
  const inputs = [...form.querySelectorAll<HTMLInputElement>(".entry input:not([type=hidden])")];
  const doubtsOf = (input: HTMLInputElement) => input.closest(".entry")?.querySelector(".doubt");
  // What the server said of a value stands until the value is another.
  const said = new Map(inputs.filter(input => input.hasAttribute("aria-invalid")).map(input => [input, doubtsOf(input)?.textContent ?? ""]));
  // What was out of reason when Next was pressed: pressed again at the same number, it goes on.
  const held = new Map<HTMLInputElement, string>();
  let current = inputs.find(input => said.has(input)) ?? inputs[0];
  // Who comes back to a field may want a number that runs on, such as 255 where 25 would do: only Next leaves it.
  let isComeBackTo = false;

  for (const input of inputs) {
    input.inputMode = "none"; // the tablet's own keyboard would cover half of the screen
    input.autocomplete = "off";
    input.addEventListener("focus", () => { current = input; isComeBackTo = input.value !== ""; input.select(); });
    input.addEventListener("blur", () => judge(input, true));
    input.addEventListener("keydown", event => onKey(event, input));
    input.addEventListener("beforeinput", event => {
      const digit = event.data ?? "";
      if (event.isComposing || !/^\d$/.test(digit) || !goesOn(input, digit)) return;
      event.preventDefault();
      begin(input, digit);
    });
    input.addEventListener("input", event => {
      if ((event as InputEvent).isComposing) return;
      tidy(input);
      judge(input, isComplete(input));
    });
  }

  form.querySelectorAll<HTMLButtonElement>("[data-key]").forEach(key => {
    key.tabIndex = -1;
    key.addEventListener("pointerdown", event => event.preventDefault()); // the field keeps the focus
    key.addEventListener("click", () => { if (current) press(key.dataset["key"] ?? "", current); });
  });

  function press(key: string, input: HTMLInputElement): void {
    input.focus();
    if (key === "next") return leave(input);
    if (key === "back" && input.value === "") return advance(input, -1);
    if (goesOn(input, key)) return begin(input, key);
    const from = input.selectionStart ?? input.value.length;
    const until = input.selectionEnd ?? from;
    if (key === "back") input.setRangeText("", from === until ? Math.max(0, from - 1) : from, until, "end");
    else input.setRangeText(key, from, until, "end");
    input.dispatchEvent(new InputEvent("input", { inputType: key === "back" ? "deleteContentBackward" : "insertText", bubbles: true }));
  }

  function onKey(event: KeyboardEvent, input: HTMLInputElement): void {
    if (event.key === "Enter" || event.key === "ArrowDown" || event.key === "/") {
      event.preventDefault();
      leave(input);
    } else if (event.key === "ArrowUp" || (event.key === "Backspace" && input.value === "")) {
      event.preventDefault();
      advance(input, -1);
    }
  }

  /** The digit is the first of the next number: this one is whole and in reason, and the next box is empty. */
  function goesOn(input: HTMLInputElement, digit: string): boolean {
    const isAtEnd = input.selectionStart === input.value.length && input.selectionEnd === input.value.length;
    return !isComeBackTo && isAtEnd && inputs[inputs.indexOf(input) + 1]?.value === "" && beginsAnother(input, digit) && doubtAbout(input, form) === "";
  }

  function begin(input: HTMLInputElement, digit: string): void {
    const next = inputs[inputs.indexOf(input) + 1];
    if (!next) return;
    next.focus();
    next.value = digit;
    next.dispatchEvent(new InputEvent("input", { inputType: "insertText", bubbles: true }));
  }

  /** Next: a number out of reason is asked about before anything is typed elsewhere. */
  function leave(input: HTMLInputElement): void {
    if (doubtAbout(input, form) === "" || held.get(input) === input.value || isAsRefused(input)) return advance(input, 1);
    held.set(input, input.value);
    judge(input, true);
    input.select();
  }

  function advance(input: HTMLInputElement, by: 1 | -1): void {
    const next = inputs[inputs.indexOf(input) + by];
    if (next) next.focus();
    else if (by === 1) form.querySelector<HTMLButtonElement>("button.save")?.focus();
  }

  function judge(input: HTMLInputElement, finished: boolean): void {
    const entry = input.closest(".entry");
    // Two numbers of one box, such as a pressure, speak in one place.
    const together = inputs.filter(one => one.closest(".entry") === entry);
    const doubts = together.map(one => doubtOf(one, finished || one !== input)).filter(doubt => doubt !== "");
    entry?.classList.toggle("doubtful", doubts.length > 0);
    entry?.classList.toggle("done", together.every(one => one.value !== "") && doubts.length === 0);
    const place = doubtsOf(input);
    const says = [...new Set(doubts)].join(" ");
    if (place && place.textContent !== says) place.textContent = says;
  }

  function isAsRefused(input: HTMLInputElement): boolean {
    return said.has(input) && input.value === input.defaultValue;
  }

  function doubtOf(input: HTMLInputElement, finished: boolean): string {
    if (said.has(input)) input.setAttribute("aria-invalid", String(isAsRefused(input)));
    if (isAsRefused(input)) return said.get(input) ?? "";
    const doubt = doubtAbout(input, form, finished);
    return doubt !== "" && input === document.activeElement && held.get(input) === input.value ? `${doubt} ${words.nextAgain}` : doubt;
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
