// Bundles styles, modules, fonts and icons into ../wwwroot/built/. `--watch` rebuilds on change.
import { context } from "esbuild";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, "../wwwroot/built");

/** One file of <symbol>s, holding only the icons named in icons.json. */
async function icons() {
  const names = JSON.parse(await readFile(join(here, "icons.json"), "utf8")).sort();
  const symbols = await Promise.all(names.map(async name => {
    const svg = await readFile(join(here, `node_modules/lucide-static/icons/${name}.svg`), "utf8");
    const shapes = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, "")}</symbol>`;
  }));
  await writeFile(join(built, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n`);
}

const settings = {
  absWorkingDir: here,
  entryNames: "[name]",
  assetNames: "[name]",
  outdir: built,
  bundle: true,
  format: "esm",
  splitting: true,
  chunkNames: "part-[hash]",
  minify: true,
  sourcemap: process.argv.includes("--watch"),
  target: ["chrome123", "firefox128", "safari17.5"],
  loader: { ".woff2": "file" },
  logLevel: "info",
};

await rm(built, { recursive: true, force: true });
await mkdir(built, { recursive: true });
await icons();
const building = await context({ ...settings, entryPoints: { app: "modules/app.ts", bedside: "modules/bedside.ts", chart: "modules/chart.ts" } });
// A worker is one classic script: the server writes what it has to know in front of it.
const working = await context({ ...settings, splitting: false, format: "iife", outdir: join(built, "worker"), entryPoints: { worker: "modules/worker/worker.ts" } });
const styling = await context({ ...settings, splitting: false, entryPoints: { app: "styles/app.css" } });
if (process.argv.includes("--watch")) {
  await Promise.all([building.watch(), working.watch(), styling.watch()]);
} else {
  await Promise.all([building.rebuild(), working.rebuild(), styling.rebuild()]);
  await Promise.all([building.dispose(), working.dispose(), styling.dispose()]);
}
