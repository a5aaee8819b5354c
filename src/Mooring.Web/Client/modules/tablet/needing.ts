/** While the server is away: what needs others says so and can not be pressed; what happened at the chair can be entered. */
import { about, formName } from "./about";
import { el, icon } from "./dom";
import { isLost } from "./link";

const says = "Needs the server, and others with it. It can be done when the server answers again.";

export function startNeeding(): void {
  document.addEventListener("mooring:link", look);
  document.addEventListener("mooring:changed", look);
  look();
}

function look(): void {
  document.querySelectorAll<HTMLFormElement>("main form[method=post], nav.actions form[method=post]").forEach(form => {
    if (about.forms.has(formName(form)) || form.closest("#tablet, .lock")) return;
    const buttons = form.querySelectorAll<HTMLButtonElement>("button:not([type=button])");
    const word = form.querySelector(".needs-server");
    if (isLost() && !word) {
      buttons.forEach(one => { one.disabled = true; });
      form.append(el("p", { class: "hint needs-server" }, icon("wifi-off"), ` ${says}`));
    } else if (!isLost() && word) {
      buttons.forEach(one => { one.disabled = false; });
      word.remove();
    }
  });
}
