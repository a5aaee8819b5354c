/** A note that the tablet itself writes into the session, so that nothing leaves it without a trace. */
import { serverNow } from "../clock";
import { about } from "./about";
import { keepEntry } from "./entries";
import { keysAt } from "./keys";

export async function keepNote(text: string): Promise<void> {
  const keys = await keysAt(serverNow());
  if (!keys) return;
  await keepEntry(keys, crypto.randomUUID(), about.session, {
    path: `${about.home}/note`,
    fields: [["_handler", "note"], ["Form.Text", text]],
    title: "Note",
    says: text,
    enteredAt: new Date(serverNow()).toISOString(),
    reasons: [],
  });
}
