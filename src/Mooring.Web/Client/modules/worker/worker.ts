/**
 * The bedside's worker: it stands between the pages of a session and the network. What the server answers passes
 * through; when it does not answer, pages are opened from their copies and forms are kept until they can be sent.
 */
import { files, keepFiles } from "./files";
import { openPage, openSeries } from "./pages";
import { takeForm } from "./forms";
import { leave } from "./leaving";

type Fetching = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void; waitUntil(work: Promise<unknown>): void };

const worker = self as unknown as {
  addEventListener(name: "install" | "activate", hear: (event: Fetching) => void): void;
  addEventListener(name: "fetch", hear: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
};

const session = /^\/sessions\/[0-9a-f-]{36}(?:\/|$)/;

worker.addEventListener("install", event => event.waitUntil(keepFiles().then(() => worker.skipWaiting())));
worker.addEventListener("activate", event => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  const later = (work: Promise<unknown>) => event.waitUntil(work.catch(() => undefined));
  if (request.mode === "navigate" && request.method === "POST") {
    if (session.test(url.pathname)) event.respondWith(takeForm(request, url));
    else if (url.pathname === "/sign-out") event.respondWith(leave(request));
  } else if (request.mode === "navigate" && request.method === "GET") {
    event.respondWith(openPage(request, url, session.test(url.pathname), later));
  } else if (request.method === "GET" && session.test(url.pathname) && url.pathname.endsWith("/series")) {
    event.respondWith(openSeries(request, url, later));
  } else if (request.method === "GET" && files.has(url.pathname)) {
    event.respondWith(files.open(request, url));
  }
});
