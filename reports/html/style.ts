/** The style of the page. Colours keep 4.5 : 1 on their ground in both schemes. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f7f7f5; --paper: #ffffff; --ink: #1d2327; --dim: #5a646b; --line: #dfe2e1; --soft: #f1f3f2;
  --fail: #b3261e; --fail-soft: #fdeceb; --warn: #8a5a00; --warn-soft: #fdf3dc; --blocked: #7a4a12; --blocked-soft: #f8eee2;
  --error: #7b2a8c; --error-soft: #f6eaf8; --pass: #1f6f43; --pass-soft: #e6f3ec; --na: #667078; --link: #0b5cad;
  --mark: #ffe9a8; --mark-ink: #4a3500; --key: #345b7c; --string: #1f6f43; --number: #8a3d00;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181b; --paper: #1b2024; --ink: #e4e8ea; --dim: #9aa6ad; --line: #30383d; --soft: #22282d;
    --fail: #ff8a80; --fail-soft: #3a2120; --warn: #f0c058; --warn-soft: #352c18; --blocked: #e0aa72; --blocked-soft: #33291f;
    --error: #d9a0e8; --error-soft: #33233a; --pass: #7fd0a2; --pass-soft: #1c3126; --na: #98a2a8; --link: #86bdf5;
    --mark: #5a4710; --mark-ink: #ffeebb; --key: #9cc4e8; --string: #8fd3ab; --number: #f0b183;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, p, dl, dd, ol, ul, pre, fieldset { margin: 0; padding: 0; }
a { color: var(--link); }
code, pre { font-family: var(--mono); font-size: .875em; }
[hidden] { display: none !important; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.paper { display: none; } .skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
.page { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
.dim { color: var(--dim); font-weight: 400; }
.label { color: var(--dim); font-size: .8125rem; }
header.top { background: var(--paper); border: 1px solid var(--line); border-top: 5px solid var(--tone); border-radius: 10px; padding: 1.5rem 1.75rem; }
.good { --tone: var(--pass); } .bad { --tone: var(--fail); } .open { --tone: var(--error); }
.over { color: var(--dim); font-size: .875rem; }
h1 { font-size: clamp(1.5rem, 4.5vw, 2.125rem); line-height: 1.2; color: var(--tone); margin: .25rem 0 .75rem; letter-spacing: -.01em; }
.bar { display: block; width: 100%; height: 10px; border-radius: 5px; overflow: hidden; }
.bar .fail { fill: var(--fail); } .bar .error { fill: var(--error); } .bar .blocked { fill: var(--blocked); } .bar .warn { fill: #d69a1d; } .bar .pass { fill: #3f9a69; } .bar .not-applicable { fill: var(--line); }
.totals { display: flex; flex-wrap: wrap; gap: .375rem 1.25rem; list-style: none; margin-top: .625rem; }
.totals b { font-variant-numeric: tabular-nums; }
.totals .fail b { color: var(--fail); } .totals .error b { color: var(--error); } .totals .blocked b { color: var(--blocked); } .totals .warn b { color: var(--warn); } .totals .pass b { color: var(--pass); }
.caveats { list-style: none; margin-top: 1rem; display: grid; gap: .375rem; }
.caveats li::first-letter { text-transform: uppercase; } .caveats li { background: var(--warn-soft); color: var(--warn); border-radius: 6px; padding: .375rem .75rem; font-size: .9375rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .75rem 1.5rem; margin-top: 1.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
.facts .wide { grid-column: span 2; }
dt { color: var(--dim); font-size: .8125rem; }
.offers { margin-top: 1rem; font-size: .9375rem; } .offers summary { cursor: pointer; color: var(--dim); }
.offers ul { list-style: none; columns: 2 20rem; column-gap: 2rem; margin-top: .5rem; } .offers li { break-inside: avoid; padding: .125rem 0 .125rem 1.5em; text-indent: -1.5em; }
.offers .yes::before { content: "✓"; color: var(--pass); display: inline-block; width: 1.5em; text-indent: 0; } .offers .no::before { content: "–"; color: var(--dim); display: inline-block; width: 1.5em; text-indent: 0; }
.offers ul.odd { columns: 1; }
#filter { display: flex; flex-wrap: wrap; gap: .625rem 1rem; align-items: center; margin: 1.25rem 0 .5rem; }
#filter fieldset { border: 0; flex: 1 1 100%; display: flex; flex-wrap: wrap; gap: .375rem; min-width: 0; }
#filter legend { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
.chip { display: inline-flex; align-items: center; gap: .375rem; border: 1px solid var(--line); border-radius: 99px; padding: .1875rem .75rem .1875rem .5rem; background: var(--paper); font-size: .875rem; cursor: pointer; }
.chip:has(:checked) { border-color: var(--dim); } .chip:not(:has(:checked)) { color: var(--dim); background: transparent; }
.chip input { accent-color: var(--dim); margin: 0; }
#filter input[type=search], #filter select { font: inherit; font-size: .9375rem; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .3125rem .625rem; min-width: 0; max-width: 100%; }
#filter input[type=search] { flex: 1 1 12rem; } #count { font-variant-numeric: tabular-nums; }
.group { margin-top: 1.75rem; } .group h2 { font-size: 1.125rem; margin-bottom: .625rem; } .group h2 .dim { font-size: .9375rem; margin-left: .375rem; }
details.group > summary { cursor: pointer; } details.group > summary h2 { display: inline; }
.verdict { background: var(--paper); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 8px; margin-bottom: .75rem; }
.verdict.fail { --tone: var(--fail); --tone-soft: var(--fail-soft); } .verdict.error { --tone: var(--error); --tone-soft: var(--error-soft); }
.verdict.blocked { --tone: var(--blocked); --tone-soft: var(--blocked-soft); } .verdict.warn { --tone: var(--warn); --tone-soft: var(--warn-soft); } .verdict.pass { --tone: var(--pass); --tone-soft: var(--pass-soft); }
.verdict > details > summary { display: grid; grid-template-columns: 1.75rem 1fr auto; padding: .75rem 1rem; cursor: pointer; list-style: none; }
.verdict > details > summary::-webkit-details-marker { display: none; }

.verdict > details > summary::after { content: ""; grid-column: 3; grid-row: 1; width: .5rem; height: .5rem; margin: .5rem .25rem 0 .75rem; border: solid var(--dim); border-width: 0 2px 2px 0; transform: rotate(45deg); }
.verdict > details[open] > summary::after { transform: rotate(-135deg); margin-top: .75rem; }
.verdict > details > summary:hover h3 { text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .2em; }
.mark { color: var(--tone); font-weight: 700; line-height: 1.45; } h3 { font-size: 1.0625rem; line-height: 1.4; font-weight: 600; }
.meta { grid-column: 2 / -1; display: flex; flex-wrap: wrap; gap: .125rem .875rem; color: var(--dim); font-size: .875rem; align-items: baseline; }
.tag { border: 1px solid var(--line); border-radius: 4px; padding: 0 .375rem; font-size: .8125rem; color: var(--dim); } .tag.cost { color: var(--fail); border-color: currentColor; font-weight: 600; }
.inside { padding: .25rem 1rem 1rem 2.75rem; display: grid; gap: .875rem; min-width: 0; } .inside > * { min-width: 0; }
.reason { background: var(--tone-soft); border-radius: 6px; padding: .5rem .75rem; white-space: pre-wrap; }
.breaks .label { margin-right: .5rem; }
.demand { color: var(--ink); max-width: 46rem; } .demand .source { display: block; font-size: .875rem; } .requirement { display: grid; gap: .5rem; }
.finding { border-radius: 6px; background: var(--soft); padding: .5rem .75rem; }
.finding dl { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem 1.25rem; } .finding dd { font-family: var(--mono); font-size: .875rem; white-space: pre-wrap; } .finding .got { color: var(--fail); font-weight: 600; } .finding.warn .got, .finding.note .got { color: var(--warn); }
.why { margin-top: .375rem; font-size: .9375rem; } .why b { color: var(--fail); margin-right: .375rem; }
.exchange { border: 1px solid var(--line); border-radius: 6px; } .exchange > summary { padding: .4375rem .75rem; cursor: pointer; } .exchange[open] > summary { border-bottom: 1px solid var(--line); }
.exchange > .dim { padding: 0 .75rem .625rem; font-size: .875rem; } .arrow { color: var(--dim); }
.sides { display: grid; grid-template-columns: 1fr 1fr; } .sides > section { padding: .5rem .75rem .75rem; min-width: 0; } .sides > section + section { border-left: 1px solid var(--line); }
h4 { font-size: .9375rem; } h5 { font-size: .8125rem; font-weight: 400; color: var(--dim); margin-bottom: .25rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8125rem; line-height: 1.5; } pre.head { padding-bottom: .5rem; } pre.body { background: var(--soft); border-radius: 4px; padding: .5rem .625rem; max-height: 40rem; overflow: auto; position: relative; }
.k { color: var(--key); } .s { color: var(--string); } .n { color: var(--number); } pre i { color: var(--dim); } .none { color: var(--dim); font-size: .875rem; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: 3px; padding: .0625rem .125rem; -webkit-box-decoration-break: clone; box-decoration-break: clone; } mark :is(.k, .s, .n, b) { color: inherit; } mark.ghost { font-style: italic; outline: 1px dashed currentColor; outline-offset: -1px; user-select: none; }
.command { display: grid; grid-template-columns: 1fr auto; gap: .25rem .5rem; align-items: center; } .exchange .command { padding: .5rem .75rem .75rem; border-top: 1px solid var(--line); }
.command pre { grid-column: 1 / -1; grid-row: 2; background: var(--soft); border-radius: 4px; padding: .4375rem .625rem; max-height: 9rem; overflow: auto; user-select: all; }
.command button { font: inherit; font-size: .8125rem; color: var(--link); background: none; border: 1px solid var(--line); border-radius: 5px; padding: .0625rem .625rem; cursor: pointer; grid-column: 2; grid-row: 1; }
.timeline { display: grid; gap: .625rem; } .timeline > * { min-width: 0; } .diverged { color: var(--fail); font-size: .9375rem; padding-top: .25rem; }
.aloud { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
.scrolls { overflow-x: auto; } .members { border-collapse: collapse; font-size: .875rem; } .members caption { text-align: left; color: var(--dim); padding-bottom: .25rem; }
.members th, .members td { border: 1px solid var(--line); padding: .1875rem .5rem; text-align: left; vertical-align: top; font-weight: 400; min-width: 2.25rem; overflow-wrap: normal; } .members th { background: var(--soft); color: var(--dim); } .members tbody th { color: var(--ink); font-weight: 600; }
.chip-in { display: inline-block; border-radius: 4px; padding: 0 .375rem; margin: .0625rem 0; background: var(--pass-soft); color: var(--pass); white-space: nowrap; } .chip-in.lacks, .chip-in.extra { background: var(--fail-soft); color: var(--fail); font-weight: 600; outline: 1px solid currentColor; outline-offset: -1px; } .chip-in.unread { background: none; color: var(--dim); outline: 1px dashed currentColor; outline-offset: -1px; } .legend { font-size: .875rem; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.sequence { --dir: 6rem; --idp: 13rem; --end: 5.5rem; margin: 0; } .sequence figcaption { font-size: .875rem; }
.lanes { display: grid; grid-template-columns: var(--idp) minmax(0, 1fr) var(--end); font-weight: 600; font-size: .875rem; padding: .5rem 0 .25rem; } .lanes span:first-child { text-align: center; width: calc(2 * var(--dir)); } .lanes span:nth-child(2) { margin-left: -3rem; } .lanes span:last-child { text-align: center; margin-left: calc(-1 * var(--end)); }
.seq { list-style: none; } .seq > li { display: grid; grid-template-columns: var(--idp) minmax(0, 1fr) var(--end); background: linear-gradient(var(--line), var(--line)) var(--dir) 0 / 2px 100% no-repeat, linear-gradient(var(--line), var(--line)) var(--idp) 0 / 2px 100% no-repeat, linear-gradient(var(--line), var(--line)) calc(100% - var(--end)) 0 / 2px 100% no-repeat; break-inside: avoid; font-size: .9375rem; }
.happens { padding: .1875rem 0; } .happens p { grid-column: 1; justify-self: start; width: calc(2 * var(--dir) - .5rem); margin-left: .25rem; text-align: center; background: var(--soft); border: 1px solid var(--dim); border-radius: 6px; padding: .125rem .375rem; font-weight: 600; font-size: .875rem; line-height: 1.35; }
.said { grid-column: 2; padding: .375rem 0 .25rem; } .said p { padding: 0 1rem 0 .75rem; } .said .tags { display: flex; flex-wrap: wrap; gap: .125rem .25rem; padding-top: .125rem; } .tag i { color: var(--warn); } .tag.strays { border-style: dashed; }
.wire { display: block; position: relative; height: .5rem; border-bottom: 2px solid var(--dim); margin: 0 1px 0 2px; } .wire::after { content: ""; position: absolute; right: 0; bottom: -6px; border: 5px solid transparent; border-left: 8px solid var(--dim); border-right: 0; } .reading .wire { border-bottom-style: dashed; } .hit .wire { border-color: var(--fail); } .hit .wire::after { border-left-color: var(--fail); } .hit .said { background: var(--fail-soft); margin-left: 2px; }
.answer { grid-column: 3; align-self: end; padding: 0 0 0 .75rem; line-height: 1.3; } .answer .fine { color: var(--pass); } .answer .refused { color: var(--warn); } .hit .answer { align-self: center; }
.problem p, .differs p { grid-column: 2; margin: .25rem .75rem; border-radius: 6px; padding: .25rem .625rem; background: var(--warn-soft); color: var(--warn); } .differs p { background: var(--fail-soft); color: var(--fail); } .differs .tag { margin: 0 .25rem; }
.act { margin: .25rem 0; } .act > summary { cursor: pointer; background: var(--soft); border-radius: 6px; padding: .25rem .75rem; font-size: .9375rem; } .act.wrong > summary { background: var(--fail-soft); } .act.wrong > summary b { color: var(--fail); }
.habits summary { cursor: pointer; color: var(--link); font-size: .9375rem; } .habits dl { display: grid; gap: .5rem; padding: .5rem 0 0 1rem; font-size: .9375rem; } .habits dt { color: var(--ink); }
.rows { list-style: none; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; margin: .5rem 0 .75rem; } .rows li { padding: .375rem 1rem; display: flex; flex-wrap: wrap; gap: 0 .875rem; align-items: baseline; } .rows li + li { border-top: 1px solid var(--soft); } .rows .mark { color: var(--pass); } .rows code { color: var(--dim); } .rows .end { margin-left: auto; color: var(--dim); font-size: .875rem; }
.causes summary { cursor: pointer; } .causes b { display: inline-block; min-width: 2ch; text-align: right; margin-right: .5rem; color: var(--fail); font-variant-numeric: tabular-nums; } .causes .rows code { color: var(--ink); } .causes .rows li { display: block; } .ids { display: flex; flex-wrap: wrap; gap: .125rem 1rem; padding: .25rem 0 .25rem 2.5rem; font-size: .875rem; }
.why-not { margin: .75rem 0 .25rem; font-size: .9375rem; } footer { margin-top: 3rem; color: var(--dim); font-size: .875rem; }
@media (max-width: 46rem) {
  .page { padding: .75rem .75rem 3rem; } header.top { padding: 1rem; } .facts { grid-template-columns: 1fr 1fr; } .facts .wide { grid-column: 1 / -1; }
  .inside { padding: 0 .75rem .875rem; } .verdict > details > summary { padding: .625rem .75rem; grid-template-columns: 1.375rem 1fr auto; }
  .sequence { --dir: .25rem; --idp: .75rem; --end: 3.25rem; } .lanes { display: none; } .happens p { grid-column: 1 / -1; width: auto; } .answer { padding-left: .375rem; overflow-wrap: normal; font-size: .8125rem; }
  .sides, .finding dl { grid-template-columns: 1fr; } .sides > section + section { border-left: 0; border-top: 1px solid var(--line); } .rows .end { margin-left: 0; }
}
@media print {
  @page { size: A4; margin: 14mm; }
  :root { --ground: #fff; --paper: #fff; --ink: #000; --dim: #444; --line: #bbb; --soft: #f4f4f4; --fail: #9c1c15; --warn: #6e4700; --pass: #14532f; --link: #000; }
  html { font-size: 9.5pt; } .page { max-width: none; padding: 0; } #filter, .command button, .skip { display: none !important; }
  .paper { display: block; margin: 1rem 0 0; }
  .sides, .exchange .command, .exchange > .dim { display: none; } .exchange > summary { border: 0 !important; list-style: none; }
  .verdict > details > summary::after { display: none; } .inside { padding-left: 1rem; } .verdict { break-inside: auto; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  .command pre { max-height: none; } h2, h3, h4, .demand, .verdict > details > summary { break-after: avoid; } .finding, .rows li, .exchange, .command, header.top { break-inside: avoid; }
  /* Grids that run over the end of a page lay their rows over each other. */
  .inside, .requirement { display: block; } .inside > * + *, .requirement > * + * { margin-top: .625rem; } .demand { break-inside: avoid; }
  .finding { border: 1px solid var(--line); } .scrolls { overflow: visible; } .habits { display: none; }
  .offers:not(.noted) { display: none; } .causes summary { list-style: none; } .noted { font-size: .8125rem; } .noted summary { list-style: none; font-weight: 600; } .noted li .dim { display: none; }
  :is(.verdict > details, .noted, #rows)::details-content { content-visibility: visible; block-size: auto; }
}
`
