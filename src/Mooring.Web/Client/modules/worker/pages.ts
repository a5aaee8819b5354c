/** A page from the server; from its copy when the server does not answer. */
import { keepCopy, openCopy } from "../tablet/copies";
import { keysAt } from "../tablet/keys";
import { files } from "./files";
import { known } from "./known";
import { nowHere } from "./time";

/** The address of a copy; nothing for a page that is not kept. */
function kept(url: URL): string | undefined {
  const page = url.pathname.split("/")[3] ?? "";
  return known.pages.includes(page) && url.pathname.split("/").length <= 4 ? url.pathname + url.search : undefined;
}

export async function openPage(request: Request, url: URL, isSession: boolean, later: (work: Promise<unknown>) => void): Promise<Response> {
  const address = isSession ? kept(url) : undefined;
  const now = await nowHere();
  const keys = address === undefined ? undefined : await keysAt(now);
  const answer = await withPatience(fetch(request), keys && address !== undefined);
  // A server that has just begun, or is failing, is as good as none where there is a copy.
  if (answer && answer.status < 500) {
    if (keys && address !== undefined && answer.ok && answer.headers.get("content-type")?.startsWith("text/html")) later(keepCopy(keys, address, answer.clone(), now));
    return answer;
  }
  const copy = keys && address !== undefined ? await openCopy(keys, address) : undefined;
  return copy ?? answer ?? await files.away();
}

/** What a session's chart is drawn from. */
export async function openSeries(request: Request, url: URL, later: (work: Promise<unknown>) => void): Promise<Response> {
  const now = await nowHere();
  const keys = await keysAt(now);
  const answer = await fetch(request).catch(() => undefined);
  if (answer?.ok && keys) later(keepCopy(keys, url.pathname, answer.clone(), now));
  return answer ?? (keys && await openCopy(keys, url.pathname)) ?? Response.error();
}

/** A server that hangs is as good as none, where there is a copy to show. */
async function withPatience(asked: Promise<Response>, isKept: unknown): Promise<Response | undefined> {
  const answer = asked.catch(() => undefined);
  return isKept ? Promise.race([answer, new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), known.patience))]) : answer;
}
