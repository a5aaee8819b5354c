/** Styles, scripts, icons and the page that says that the server is away. Nothing of a patient is in them. */
import { known } from "./known";

const shelf = "mooring-files";
const plain = (address: string) => address.split("?")[0] ?? address;
const paths = new Set(known.assets.map(plain));

export async function keepFiles(): Promise<void> {
  const cache = await caches.open(shelf);
  const kept = await cache.keys();
  const addresses = new Set(known.assets.map(address => new URL(address, location.origin).href));
  await Promise.all(kept.filter(one => !addresses.has(one.url) || plain(one.url).endsWith("/offline")).map(one => cache.delete(one)));
  const missing = (await Promise.all([...addresses].map(async one => await cache.match(one) ? [] : [one]))).flat();
  await cache.addAll(missing);
}

export const files = {
  has: (path: string) => paths.has(path),
  /** A name with a hash never changes; one without is asked for first. */
  async open(request: Request, url: URL): Promise<Response> {
    const cache = await caches.open(shelf);
    const exact = url.search || /-[A-Z0-9]{8}\./.test(url.pathname) ? await cache.match(request, { ignoreSearch: !url.search }) : undefined;
    return exact ?? await fetch(request).catch(async failure => await cache.match(request, { ignoreSearch: true }) ?? Promise.reject(failure));
  },
  /** Says that the server is away. */
  async away(): Promise<Response> {
    const page = await (await caches.open(shelf)).match("/offline");
    // A copy of its own: a kept answer that came by a redirect may not be used for a page.
    return page ? new Response(await page.text(), { status: 503, headers: page.headers }) : Response.error();
  },
};
