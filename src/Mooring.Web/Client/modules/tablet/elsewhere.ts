/**
 * On a page that is no chair: whoever comes to sign in reads that something waits here, and a sign-in that has ended
 * leaves nothing readable behind. A tablet that was never at a chair holds nothing and is left alone.
 */
import { el, icon } from "./dom";
import { drain } from "./draining";
import { countOfOthers } from "./entries";
import { meet, type Keys } from "./keys";
import { get } from "./store";

export async function lookElsewhere(): Promise<void> {
  if (!(await indexedDB.databases?.() ?? []).some(one => one.name === "mooring-tablet")) return;
  const [keys, waiting] = [await get<Keys>("tablet", "keys"), await countOfOthers(undefined)];
  if (!keys && waiting === 0 && !await get("tablet", "leaving")) return;
  const sent = location.pathname === "/sign-in" ? (await meet()).state : await drain();
  const left = await countOfOthers(sent === "ended" ? undefined : (await get<Keys>("tablet", "keys"))?.person);
  if (left > 0 && document.querySelector("main"))
    document.querySelector("main h1")?.after(el("p", { class: "notice", "data-level": "care" }, icon("send"), `${left} entries wait on this tablet for the one who wrote them. They go out when that person signs in here.`));
}
