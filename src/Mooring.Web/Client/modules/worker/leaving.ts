/** Signing out: first here, where it needs nobody, then at the server, which is told as soon as it answers. */
import { forget } from "../tablet/keys";
import { put } from "../tablet/store";
import { files } from "./files";

export async function leave(request: Request): Promise<Response> {
  await forget();
  return fetch(request).catch(async () => {
    await put("tablet", true, "leaving");
    return files.away();
  });
}
