/** A button that waits for an hour and for nothing else: button[data-opens-at=ISO][disabled]. It opens by itself; the server still decides. */
import { serverNow } from "./clock";

export function startOpening(): void {
  const waiting = [...document.querySelectorAll<HTMLButtonElement>("button[data-opens-at]:disabled")];
  if (waiting.length === 0) return;
  const look = () => waiting.forEach(button => {
    if (!button.disabled || serverNow() < Date.parse(button.dataset["opensAt"] ?? "")) return;
    button.disabled = false;
    button.closest("form")?.querySelector("[data-until-open]")?.remove();
  });
  look();
  setInterval(look, 1000);
}
