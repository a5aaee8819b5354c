/** Day or night at the chair: the room is dim unless somebody says that it is not. This tablet remembers it. */
import { button, icon } from "./dom";

const name = "bedside-light";

export function startLight(bar: HTMLElement): void {
  const root = document.documentElement;
  const show = (isDay: boolean) => {
    if (isDay) root.dataset["light"] = "day";
    else delete root.dataset["light"];
    control.replaceChildren(icon(isDay ? "moon" : "sun"), isDay ? "For the night" : "For the day");
    document.dispatchEvent(new CustomEvent("mooring:light"));
  };
  const control = button("quiet", () => {
    const isDay = root.dataset["light"] !== "day";
    document.cookie = `${name}=${isDay ? "day" : "night"}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
    show(isDay);
  });
  bar.append(control);
  // A copy may be from before it was said.
  show(document.cookie.split("; ").includes(`${name}=day`));
}
