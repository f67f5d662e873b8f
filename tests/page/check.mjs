// Looks at pages in a real browser, in several widths and both colour schemes, and prints what it found as JSON.
// node check.mjs CHROMIUM PROFILE_FOLDER TIME_ZONE SCREENSHOT_FOLDER|- NAME=ADDRESS…   (a name with a ~ is seen in two looks only)
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [executablePath, profile, timezoneId, shots, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sizes = { phone: [375, 812], narrow: [320, 640], desktop: [1280, 900] };
const looks = [["phone", "light"], ["phone", "dark"], ["desktop", "light"], ["desktop", "dark"], ["narrow", "light"]];
const oftenEnough = ["phone-light", "desktop-dark"]; // for pages that differ little from one seen in every look
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

async function look(context, width, colorScheme, name, address) {
  const page = await context.newPage();
  const report = { name, width, colorScheme, errors: [], requests: [], failed: [] };
  page.on("pageerror", (error) => report.errors.push(`script: ${error.message}`));
  page.on("dialog", (dialog) => { report.errors.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("console", (line) => { if (["error", "warning"].includes(line.type())) report.errors.push(`console: ${line.text()}`); });
  page.on("request", (request) => report.requests.push(request.url()));
  page.on("requestfailed", (request) => report.failed.push(request.url()));
  page.on("response", (response) => { if (response.status() >= 400) report.failed.push(`${response.status()} ${response.url()}`); });
  await page.goto(address, { waitUntil: "load" });
  report.title = await page.title();
  report.text = await page.evaluate(() => document.body.innerText);
  report.wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  report.cut = await page.evaluate(() => [...document.querySelectorAll("body *")]
    .filter((e) => !e.closest(".unseen") && getComputedStyle(e).display !== "inline" && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1)
    .map((e) => `${e.tagName} ${e.className}`));
  report.strangers = await page.evaluate(() =>
    [...document.querySelectorAll("img, iframe, object, embed, form, link[rel=stylesheet], script[src], [onerror], [onload], [style]")].map((e) => e.outerHTML));
  if (shots !== "-") await page.screenshot({ path: `${shots}/${name}-${width}-${colorScheme}.png`, fullPage: true });
  await page.evaluate(axe); // through the debugger, so that the page's own policy stays in force
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  report.axe = result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" | ")}`);
  await page.close();
  return report;
}

const found = [];
for (const [width, colorScheme] of looks) {
  const [w, h] = sizes[width];
  const context = await chromium.launchPersistentContext(`${profile}/${width}-${colorScheme}`, {
    executablePath, headless: true, args, colorScheme, timezoneId, locale: "en-GB", viewport: { width: w, height: h },
  });
  for (const entry of pages) {
    const at = entry.indexOf("=");
    if (entry.slice(0, at).includes("~") && !oftenEnough.includes(`${width}-${colorScheme}`)) continue;
    found.push(await look(context, width, colorScheme, entry.slice(0, at), entry.slice(at + 1)));
  }
  await context.close();
}
console.log(JSON.stringify(found));
