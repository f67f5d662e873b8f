for (const spot of document.querySelectorAll("[data-local]")) {
  const at = new Date(spot.dataset.local);
  if (at.getTimezoneOffset() === 0) continue;
  const asked = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  if (at.toDateString() !== new Date(at.getTime() + at.getTimezoneOffset() * 60000).toDateString()) asked.weekday = "short";
  spot.textContent = " (" + at.toLocaleTimeString(document.documentElement.lang, asked) + " " + spot.dataset.words + ")";
}
