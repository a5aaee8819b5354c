/** What was entered and not sent yet: sealed, in order, each under the id that the server will know it by. */
import type { Keys } from "./keys";
import { seal, unseal, type Sealed } from "./sealing";
import { all, put, remove } from "./store";

export type Entry = {
  readonly path: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly title: string;
  readonly says: string;
  readonly enteredAt: string;
  readonly reasons: readonly string[];
};

export type Row = Sealed & {
  readonly seq: number;
  readonly id: string;
  readonly session: string;
  readonly person: string;
  readonly state: "waiting" | "refused";
};

export type Waiting = { readonly row: Row; readonly entry: Entry };

const channel = new BroadcastChannel("mooring-entries");
const told = new Set<() => void>();
channel.onmessage = () => told.forEach(one => one());

export function onEntries(one: () => void): void {
  told.add(one);
}

function changed(): void {
  told.forEach(one => one());
  channel.postMessage("");
}

/** Those of the one who is signed in, in the order they were made. */
export async function entriesOf(keys: Keys, session?: string): Promise<Waiting[]> {
  const rows = (await all<Row>("entries")).filter(row => row.person === keys.person && (!session || row.session === session));
  const read = await Promise.all(rows.map(async row => ({ row, text: await unseal(keys.entries, row, row.id) })));
  return read.flatMap(({ row, text }) => text === undefined ? [] : [{ row, entry: JSON.parse(text) as Entry }]);
}

/** How many wait here for somebody else to sign in again. */
export async function countOfOthers(person: string | undefined): Promise<number> {
  return (await all<Row>("entries")).filter(row => row.person !== person).length;
}

export async function keepEntry(keys: Keys, id: string, session: string, entry: Entry): Promise<void> {
  const sealed = await seal(keys.entries, JSON.stringify(entry), id);
  await put("entries", { id, session, person: keys.person, state: "waiting", ...sealed });
  changed();
}

/** The same place in the order; with what the server said, or as it is tried again. */
export async function rewriteEntry(keys: Keys, { row }: Waiting, entry: Entry, state: Row["state"]): Promise<void> {
  await put("entries", { ...row, state, ...await seal(keys.entries, JSON.stringify(entry), row.id) });
  changed();
}

export async function dropEntry(row: Row): Promise<void> {
  await remove("entries", row.seq);
  changed();
}
