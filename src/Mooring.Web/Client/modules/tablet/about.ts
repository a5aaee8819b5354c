/** The session this page is about, as the server wrote it into the page. */
const bar = document.querySelector<HTMLElement>("#tablet");

export const about = {
  bar,
  session: bar?.dataset["session"] ?? "",
  home: `/sessions/${bar?.dataset["session"] ?? ""}`,
  person: bar?.dataset["person"] ?? "",
  name: bar?.dataset["name"] ?? "",
  /** Milliseconds a clock may be off before it is said; from the session's own content. */
  clockLimit: Number(bar?.dataset["clockLimit"] ?? 0) * 1000,
  lockAfter: Number(bar?.dataset["lockAfter"] ?? 0) * 1000,
  pages: (bar?.dataset["pages"] ?? "").split(" "),
  /** What is taken from a locked screen too, and its pages. */
  never: new Set((bar?.dataset["never"] ?? "").split(" ")),
  neverPages: new Set((bar?.dataset["never"] ?? "").split(" ").map(form => form.split(":")[0] ?? "")),
  forms: new Set((bar?.dataset["forms"] ?? "").split(" ")),
};

/** Page and form, as the server's list names them. */
export function formName(form: HTMLFormElement): string {
  // Not form.action: a field of that name stands before it.
  const page = new URL(form.getAttribute("action") ?? location.href, location.href).pathname.split("/")[3] ?? "";
  const handler = form.querySelector<HTMLInputElement>("input[name=_handler]")?.value ?? "";
  return `${page}:${handler}`;
}
