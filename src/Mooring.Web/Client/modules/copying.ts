/** button[data-copies=ID][hidden]: shown where the browser can copy; copies what the field holds, and says that it did. */
import { words } from "./words";

export function startCopying(): void {
  if (!navigator.clipboard) return;
  document.querySelectorAll<HTMLButtonElement>("button[data-copies]").forEach(button => {
    const field = document.getElementById(button.dataset["copies"] ?? "") as HTMLInputElement | null;
    if (!field) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      field.select();
      void navigator.clipboard.writeText(field.value).then(() => { (button.querySelector("span") ?? button).textContent = words.copied; });
    });
  });
}
