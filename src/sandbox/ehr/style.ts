/** The style sheet of the made-up EHR and of its sign-in pages: sober, dense, light and dark. */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --page: #f3f5f7; --raised: #fff; --text: #16212b; --muted: #4b5a67; --line: #d5dce2; --accent: #0b5a7a;
  --on-accent: #fff; --bar: #17344a; --on-bar: #fff; --made-up: #fff4d6; --on-made-up: #4a3600; --made-up-line: #e3c468;
  --alarm: #a3261d; --focus: #0b5a7a; --tint: #e8f1f5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f161c; --raised: #17212a; --text: #e5ecf2; --muted: #a9b6c2; --line: #2e3b46; --accent: #84c9ea;
    --on-accent: #06202e; --bar: #0b2030; --on-bar: #e5ecf2; --made-up: #362b08; --on-made-up: #ffe8a6;
    --made-up-line: #6b5716; --alarm: #ff9d94; --focus: #84c9ea; --tint: #1d2d38;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-bottom: 88px; }
body { margin: 0; background: var(--page); color: var(--text); font: 14px/1.45 system-ui, 'Segoe UI', Roboto, sans-serif; }
h1 { font-size: 20px; line-height: 1.3; margin: 0 0 4px; font-weight: 600; overflow-wrap: anywhere; }
h1 + .panel, h1 + form, h1 + div { margin-top: 12px; }
h2 { font-size: 14px; margin: 0 0 8px; font-weight: 600; }
h3 { font-size: 14px; margin: 16px 0 4px; font-weight: 600; color: var(--muted); }
summary { cursor: pointer; font-weight: 600; padding: 12px 0; }
p { margin: 0 0 12px; max-width: 72ch; }
a { color: var(--accent); text-underline-offset: 2px; }
ul { margin: 0; padding: 0; list-style: none; }
li, legend, label { overflow-wrap: anywhere; }
code { font: 13px ui-monospace, 'SF Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; z-index: 1; background: var(--raised); padding: 8px 12px; }
.made-up { background: var(--made-up); color: var(--on-made-up); border-bottom: 1px solid var(--made-up-line); padding: 6px 20px; }
.made-up p { margin: 0; max-width: none; }
.bar { background: var(--bar); color: var(--on-bar); }
.bar > div { display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: center; min-height: 48px; padding: 4px 20px; }
.bar strong { font-size: 16px; font-weight: 600; }
.bar nav { display: flex; flex-wrap: wrap; gap: 4px 20px; flex: 1; }
.bar a { color: inherit; text-decoration: none; padding: 6px 0; border-bottom: 2px solid transparent; }
.bar a:hover, .bar a[aria-current] { border-bottom-color: currentColor; }
.bar :focus-visible { outline-color: var(--on-bar); }
.bar form { display: flex; gap: 12px; align-items: center; white-space: nowrap; }
.bar button { background: none; color: inherit; border: 1px solid currentColor; }
main { padding: 20px; max-width: 1080px; margin: 0 auto; }
main.narrow { max-width: 480px; padding-top: 32px; }
main.reading { max-width: 640px; padding-top: 32px; }
.panel { background: var(--raised); border: 1px solid var(--line); border-radius: 4px; padding: 16px; margin-bottom: 16px; }
.narrow .panel, .reading .panel { padding: 24px; }
.muted { color: var(--muted); }
.alarm { color: var(--alarm); font-weight: 600; }
label { display: block; font-weight: 600; margin-bottom: 4px; }
input, select { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--muted); border-radius: 4px; padding: 6px 8px; min-height: 36px; max-width: 100%; }
input[type='text'], input[type='password'], input[type='search'] { width: 100%; }
input[type='checkbox'], input[type='radio'] { min-height: 0; width: 18px; height: 18px; margin: 1px 0 0; accent-color: var(--accent); flex: none; }
button, .button { font: inherit; font-weight: 600; min-height: 36px; padding: 6px 14px; border-radius: 4px; border: 1px solid var(--accent); background: var(--raised); color: var(--accent); cursor: pointer; }
button.main { background: var(--accent); color: var(--on-accent); }
.field { margin-bottom: 14px; }
.field select { width: 100%; }
.above { margin-bottom: 16px; }
.people th:first-child { min-width: 200px; }
.row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
.row > input[type='search'] { flex: 1 1 200px; width: auto; }
.end { justify-content: flex-end; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; color: var(--muted); }
th, td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child > td { border-bottom: 0; }
td.number, th.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
.two { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
.two > * { margin-bottom: 0; }
.facts { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px 24px; }
@media (min-width: 860px) {
  .two { grid-template-columns: minmax(0, 1fr) 320px; align-items: start; }
  .two > .apps { grid-column: 2; grid-row: 1; }
  .facts { grid-template-columns: repeat(3, minmax(0, 1fr)); }
}
.facts li { padding: 1px 0; }
.app { display: flex; gap: 12px; align-items: center; margin-bottom: 12px; }
.app img { border-radius: 8px; flex: none; }
.list li { padding: 6px 0; border-bottom: 1px solid var(--line); }
.list li:last-child { border-bottom: 0; }
fieldset { border: 0; margin: 0 0 14px; padding: 0; min-width: 0; }
legend { font-weight: 600; padding: 0; margin-bottom: 4px; }
.choice { display: flex; gap: 10px; align-items: flex-start; font-weight: 400; padding: 6px 0; margin: 0; }
.choice .muted { display: block; font-size: 12px; overflow-wrap: anywhere; }
.person { border: 1px solid var(--line); border-radius: 4px; padding: 10px 12px; margin-bottom: 8px; }
.person:has(:checked) { border-color: var(--accent); background: var(--tint); }
.failure { display: grid; grid-template-columns: 1fr max-content; gap: 4px 16px; padding: 10px 0; border-bottom: 1px solid var(--line); align-items: center; }
.failure p { margin: 0; }
.on { color: var(--alarm); font-weight: 600; }
.switch { display: grid; grid-template-columns: 1fr 210px; gap: 4px 16px; padding: 8px 0; border-bottom: 1px solid var(--line); align-items: center; }
.switch label { font-weight: 400; margin: 0; }
.switch select, .switch input { width: 100%; }
.sticky { position: sticky; bottom: 0; background: var(--raised); padding: 12px 0; border-top: 1px solid var(--line); }
[hidden] { display: none; }
@media (max-width: 560px) {
  main { padding: 16px 12px; }
  .bar nav { flex-basis: 100%; order: 1; }
  .bar form { flex: 1; justify-content: flex-end; }
  .sticky { position: static; }
  .made-up, .bar > div { padding-left: 12px; padding-right: 12px; }
  .switch, .failure { grid-template-columns: 1fr; }
  .narrow .panel, .reading .panel { padding: 16px; }
  table.people thead { display: none; }
  table.people, table.people tbody, table.people tr, table.people td:first-child, table.people td:last-child { display: block; }
  table.people td { border: 0; padding: 0 10px 0 0; }
  table.people tr { padding: 10px 0; border-bottom: 1px solid var(--line); }
}
@media (prefers-reduced-motion: no-preference) { a, button { transition: border-color 0.1s; } }
`;

/** Selects and deselects all boxes of a consent page at once: the buttons are there only where this runs. */
export const consentScript = `
for (const button of document.querySelectorAll('button[data-all]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    for (const box of document.querySelectorAll('input[type="checkbox"]:not(:disabled)')) box.checked = button.dataset.all === 'yes';
  });
}
`;
