/** Puts a part of the page in place of its older self, and leaves alone what a hand is on. */
import { Idiomorph } from "idiomorph";

/** @property target the id of the element that html replaces; html is that element, whole. */
export type Fragment = { readonly target: string; readonly html: string };

const held = new Map<string, Fragment>();
let pressed: Element | null = null;

export function putFragment(fragment: Fragment): void {
  const place = document.getElementById(fragment.target);
  if (!place) return;
  if (isInUse(place)) {
    held.set(fragment.target, fragment);
    return;
  }
  held.delete(fragment.target);
  Idiomorph.morph(place, fragment.html, { morphStyle: "outerHTML", ignoreActiveValue: true, callbacks: { beforeAttributeUpdated: staysOpen } });
  document.dispatchEvent(new CustomEvent("mooring:changed", { detail: fragment.target }));
}

/** What somebody opened to read stays open while the rest goes on. */
const staysOpen = (name: string, node: Element): boolean => !(name === "open" && node instanceof HTMLDetailsElement);

/** Someone types in it, or has a finger on it: nothing may move under a finger. */
function isInUse(place: Element): boolean {
  const active = document.activeElement;
  const typing = active !== null && place.contains(active) && active.matches("input, textarea, select, [contenteditable]");
  return typing || (pressed !== null && place.contains(pressed));
}

function release(): void {
  pressed = null;
  setTimeout(() => [...held.values()].forEach(putFragment), 50);
}

addEventListener("pointerdown", event => { pressed = event.target as Element; }, true);
addEventListener("pointerup", release, true);
addEventListener("pointercancel", release, true);
addEventListener("focusout", release, true);
