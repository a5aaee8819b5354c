/** Signing out: first here, where it needs nobody, then at the server, which is told as soon as it answers. */
import { forgetSignedIn, rememberLeaving } from "../tablet/keys";
import { files } from "./files";

export async function leave(request: Request): Promise<Response> {
  const who = await forgetSignedIn();
  return fetch(request).catch(async () => {
    await rememberLeaving(who);
    return files.away();
  });
}
