/** The server's time as the pages last measured it. */
import { get } from "../tablet/store";

export async function nowHere(): Promise<number> {
  return Date.now() + (await get<number>("tablet", "clock") ?? 0);
}
