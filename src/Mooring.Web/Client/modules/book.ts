/**
 * The appointment book, beyond what its links and forms do by themselves.
 *
 *   <a data-key="n">                    a key of the keyboard that follows the link, while nobody types
 *   <div data-book> .times[data-day][data-resource] > a.slot, a.booking[data-appointment]
 *                                       arrows go from slot to slot and card to card; a card that is dragged to another
 *                                       time opens its form for moving, filled in
 *   <form data-sends-itself>            is sent when its field changes
 *   <form data-times-of>                asks for the free times anew when its kind or day changes: button[data-times]
 */
const places: Readonly<Record<string, string>> = { s: "/schedule", d: "/day" };
const goWithin = 1500;
const step = 15;
let going = 0;

export function startBook(): void {
  document.addEventListener("keydown", pressed);
  document.querySelectorAll<HTMLFormElement>("form[data-sends-itself]").forEach(form => form.addEventListener("change", () => form.requestSubmit()));
  document.querySelectorAll<HTMLFormElement>("form[data-times-of]").forEach(askAnew);
  const book = document.querySelector<HTMLElement>("[data-book]");
  if (!book) return;
  // One stop for the tab key; the arrows do the rest.
  slots(book).forEach((slot, at) => { slot.tabIndex = at === 0 ? 0 : -1; });
  book.querySelector(".now")?.scrollIntoView({ block: "center", inline: "nearest" });
  scrollTo(0, 0);
  startDragging(book);
}

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog") !== null;

function pressed(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
  const book = (event.target as Element).closest<HTMLElement>("[data-book]");
  const goes = event.timeStamp - going < goWithin ? places[event.key] : undefined;
  going = event.key === "g" ? event.timeStamp : 0;
  if (goes) follow(event, document.querySelector<HTMLAnchorElement>(`nav.places a[href="${goes}"]`));
  else if (book && event.key.startsWith("Arrow")) walk(event, book);
  else follow(event, document.querySelector<HTMLAnchorElement>(`a[data-key="${CSS.escape(event.key)}"]`));
}

function follow(event: KeyboardEvent, link: HTMLAnchorElement | null): void {
  if (!link) return;
  event.preventDefault();
  location.assign(link.href);
}

const slots = (book: HTMLElement): HTMLAnchorElement[] => [...book.querySelectorAll<HTMLAnchorElement>(".times > a.slot")];

/** Up and down within the column, left and right to what lies at about the same time in the next one that has something. */
function walk(event: KeyboardEvent, book: HTMLElement): void {
  const all = [...book.querySelectorAll<HTMLAnchorElement>(".times > a")].map(link => ({ link, box: link.getBoundingClientRect(), column: link.closest(".column")! }));
  const at = all.find(one => one.link === document.activeElement);
  if (!at) return void (event.preventDefault(), all[0]?.link.focus());
  const columns = [...book.querySelectorAll(".column")];
  const back = event.key === "ArrowUp" || event.key === "ArrowLeft";
  const ahead = all.filter(one => one !== at && (event.key === "ArrowUp" || event.key === "ArrowDown"
    ? one.column === at.column && (back ? one.box.top < at.box.top : one.box.top > at.box.top)
    : back ? columns.indexOf(one.column) < columns.indexOf(at.column) : columns.indexOf(one.column) > columns.indexOf(at.column)));
  const far = (one: typeof at): number => Math.abs(columns.indexOf(one.column) - columns.indexOf(at.column)) * 100_000 + Math.abs(one.box.top - at.box.top);
  const next = ahead.sort((one, other) => far(one) - far(other))[0];
  event.preventDefault();
  next?.link.focus();
}

function startDragging(book: HTMLElement): void {
  let dragged: HTMLElement | null = null;
  let held = 0;
  book.addEventListener("dragstart", event => {
    dragged = (event.target as Element).closest<HTMLElement>(".booking[data-appointment]");
    held = dragged ? event.clientY - dragged.getBoundingClientRect().top : 0;
  });
  book.addEventListener("dragover", event => { if (dragged && (event.target as Element).closest(".times")) event.preventDefault(); });
  book.addEventListener("drop", event => {
    const column = (event.target as Element).closest<HTMLElement>(".times");
    if (!dragged || !column) return;
    event.preventDefault();
    const style = getComputedStyle(book);
    const [from, until] = [Number(style.getPropertyValue("--from")), Number(style.getPropertyValue("--until"))];
    const box = column.getBoundingClientRect();
    const minute = from * 60 + Math.round((event.clientY - held - box.top) / box.height * (until - from) * 60 / step) * step;
    const two = (n: number): string => String(n).padStart(2, "0");
    const asked = new URLSearchParams({ day: column.dataset["day"] ?? "", time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`, with: column.dataset["resource"] ?? "" });
    location.assign(`/schedule/appointments/${dragged.dataset["appointment"]}/move?${asked}`);
  });
}

/** The free times stand anew without the page being loaded: what else was typed stays, and so does the focus. */
function askAnew(form: HTMLFormElement): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener("change", event => {
    if (!(event.target as Element).matches("[name='Form.Type'], [name='Form.Day'], [data-with] select")) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), 250);
  });

  const ask = async (): Promise<void> => {
    const button = form.querySelector<HTMLButtonElement>("button[data-times]");
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button) }).catch(() => null);
    if (!answer || answer.redirected || !(answer.ok || answer.status === 422)) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of ["#time", "[data-with]"]) {
      const [old, fresh] = [form.querySelector(part), page.querySelector(`form[data-times-of] ${part}`)];
      if (old && fresh && !old.contains(document.activeElement)) old.replaceWith(fresh);
    }
  };
}
