/** Colors of the current theme. A probe resolves light-dark(), which a custom property alone does not. */
let probe: HTMLElement | undefined;

export function color(token: string): string {
  if (!probe) {
    probe = document.createElement("i");
    probe.hidden = true;
    document.body.append(probe);
  }
  probe.style.color = `var(${token})`;
  return getComputedStyle(probe).color;
}

/** The same color, let through: share 0 to 1. */
export function wash(token: string, share: number): string {
  probe ?? color(token);
  probe!.style.color = `color-mix(in srgb, var(${token}) ${share * 100}%, transparent)`;
  return getComputedStyle(probe!).color;
}
