/** The button about the lock. The server locks by itself after a while; this locks at once. */
import { button, icon } from "./dom";
import { lock, startLock } from "./lock";

export async function startLocking(bar: HTMLElement): Promise<void> {
  bar.append(button("quiet", () => void lock(), icon("lock"), "Lock now"));
  await startLock();
}
