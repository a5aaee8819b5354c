/** Elements in one line each. */
type Child = Node | string | undefined;

export function el<K extends keyof HTMLElementTagNameMap>(name: K, with_: Record<string, string> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(with_)) element.setAttribute(key, value);
  element.append(...children.filter(child => child !== undefined));
  return element;
}

/** A picture, always beside a word. */
export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `/built/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** A button that does something on this page. */
export function button(kind: string, press: () => void, ...children: Child[]): HTMLButtonElement {
  const made = el("button", { type: "button", class: kind }, ...children);
  made.addEventListener("click", press);
  return made;
}

const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", timeZone: document.querySelector<HTMLElement>("#tablet")?.dataset["zone"] ?? "UTC" });

/** A time of day as the clinic's clock shows it, wherever this browser thinks it is. */
export const timeOf = (iso: string) => clock.format(new Date(iso));
