// One real page: how old a value is when its number has been painted. Writes the milliseconds of each, a line every 5 s.
//   node --experimental-websocket pixel.mjs ENTER_URL SESSION_URL
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [enter, session] = process.argv.slice(2);
const chromium = spawn("chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--remote-debugging-port=0", `--user-data-dir=${mkdtempSync(join(tmpdir(), "mooring-pixel-"))}`, "about:blank"],
    { stdio: ["ignore", "ignore", "pipe"] });
const stop = () => { chromium.kill(); process.exit(); };
process.on("SIGTERM", stop);
process.stdin.on("end", stop).resume();

const browser = await new Promise(found => {
    let said = "";
    chromium.stderr.on("data", text => { const at = /ws:\/\/\S+/.exec(said += text); if (at) found(at[0]); });
});
const { host } = new URL(browser);
const [page] = (await (await fetch(`http://${host}/json/list`)).json()).filter(one => one.type === "page");
const line = new WebSocket(page.webSocketDebuggerUrl);
await new Promise(open => { line.onopen = open; });
let number = 0;
const waiting = new Map();
line.onmessage = ({ data }) => { const { id, result } = JSON.parse(data); waiting.get(id)?.(result); waiting.delete(id); };
const ask = (method, params = {}) => new Promise(done => { waiting.set(++number, done); line.send(JSON.stringify({ id: number, method, params })); });

const watch = `
    window.took = []; let last = "";
    const look = () => {
        const at = document.querySelector(".vital[data-sign=hr] time[data-at]")?.dataset.at;
        if (!at || at === last) return;
        last = at;
        requestAnimationFrame(() => setTimeout(() => window.took.push(Date.now() - Date.parse(at))));
    };
    addEventListener("DOMContentLoaded", () => new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true }));`;
await ask("Page.enable");
await ask("Page.navigate", { url: enter });
await new Promise(done => setTimeout(done, 2000));
await ask("Page.addScriptToEvaluateOnNewDocument", { source: watch });
await ask("Page.navigate", { url: session });
setInterval(async () => {
    const { result } = await ask("Runtime.evaluate", { expression: "JSON.stringify((window.took ?? []).splice(0))" });
    console.log(result.value);
}, 5000);
