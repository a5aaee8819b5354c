/**
 * A form of a session on its way to the server. It goes at once when nothing waits before it; when the server does not
 * answer it is kept, and goes later. It carries the same id each time, so that it is one entry however often it is sent.
 */
import { dropEntry, entriesOf, keepEntry, type Entry } from "../tablet/entries";
import { keysAt, meet, type Keys } from "../tablet/keys";
import { send, type Sent } from "../tablet/sending";
import { files } from "./files";
import { known } from "./known";
import { nowHere } from "./time";

type Field = readonly [string, string];

const ours = /^(?:tablet-|__RequestVerificationToken$)/;

export async function takeForm(request: Request, url: URL): Promise<Response> {
  const untouched = request.clone();
  const all = [...(await request.formData()).entries()].flatMap(([name, value]) => typeof value === "string" ? [[name, value] as Field] : []);
  const [, , session = "", page = ""] = url.pathname.split("/");
  const keys = known.forms.includes(`${page}:${valueOf(all, "_handler")}`) ? await keysAt(await nowHere()) : undefined;
  if (!keys) return fetch(untouched).catch(() => files.away());

  const fields = all.filter(([name]) => !ours.test(name));
  const waiting = await entriesOf(keys, session);
  let id = await idOf(fields);
  let same = waiting.find(one => one.row.id === id);
  if (same?.row.state === "waiting") {
    if (JSON.stringify(same.entry.fields) === JSON.stringify(fields)) return goOn(session, url, fields);
    id = crypto.randomUUID();
    same = undefined;
  }

  const entry: Entry = {
    path: url.pathname + url.search,
    fields,
    title: valueOf(all, "tablet-title") || "Entry",
    says: valueOf(all, "tablet-says"),
    // A mended entry happened when it was first entered.
    enteredAt: same ? same.entry.enteredAt : valueOf(all, "tablet-at") || new Date(await nowHere()).toISOString(),
    reasons: [],
  };
  if (waiting.some(one => one.row.state === "waiting")) return keep(keys, id, session, entry, goOn(session, url, fields));

  const sent = await sendFresh(entry, id, same && entry.enteredAt, valueOf(all, "__RequestVerificationToken"));
  if (sent.kind === "away") return keep(keys, id, session, entry, goOn(session, url, fields));
  if (sent.kind === "ended") return keep(keys, id, session, entry, to(`/sign-in?then=${encodeURIComponent(`/sessions/${session}`)}`));
  if (sent.kind === "stale") return fetch(untouched).catch(() => files.away());
  if (sent.kind === "answered") return sent.answer;
  if (same) await dropEntry(same.row);
  return to(sent.next);
}

/** A page that was kept, or left open over a new sign-in, carries a token that is worth nothing any more. */
async function sendFresh(entry: Entry, id: string, enteredAt: string | undefined, token: string): Promise<Sent> {
  const patience = known.patience + 2000;
  const sent = await send(entry.path, id, enteredAt, entry.fields, token, patience);
  if (sent.kind !== "stale") return sent;
  const met = await meet();
  return met.state === "here" ? send(entry.path, id, enteredAt, entry.fields, met.token, patience) : { kind: met.state };
}

async function keep(keys: Keys, id: string, session: string, entry: Entry, then: Response): Promise<Response> {
  await keepEntry(keys, id, session, entry);
  return then;
}

/** The entry's own id; on a page that stays open for many taps each button has another. */
async function idOf(fields: readonly Field[]): Promise<string> {
  const made = fields.find(([name]) => /(?:^|\.)EventId$/.test(name))?.[1] ?? crypto.randomUUID();
  const button = valueOf(fields, "Form.Action") || valueOf(fields, "Form.Undo");
  if (!button) return made;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${made} ${button}`)));
  const hex = [...hash.slice(0, 16)].map(byte => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Where the server would have led. */
function goOn(session: string, url: URL, fields: readonly Field[]): Response {
  const isOver = valueOf(fields, "_handler") === "over";
  return to(url.pathname.endsWith("/emergency") && !isOver ? url.pathname + url.search : `/sessions/${session}`);
}

const to = (path: string) => Response.redirect(new URL(path, location.origin).href, 303);
const valueOf = (fields: readonly Field[], name: string) => fields.find(([one]) => one === name)?.[1] ?? "";
