/** The style of the page: paper first, so one scheme of colours; every rule holds on screen and in print. */
export const style = `
:root { --ink: #1d2327; --dim: #545e65; --line: #c9cfce; --soft: #f2f4f3; --bad: #a3221b; --good: #1b6540; --warn: #7a4f00; }
* { box-sizing: border-box; }
html { background: #e9ebea; }
body { margin: 0 auto; padding: 14mm 16mm 18mm; max-width: 210mm; background: #fff; color: var(--ink); font: 10.5pt/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 2mm; letter-spacing: -.01em; }
h2 { font-size: 12.5pt; margin: 8mm 0 2mm; break-after: avoid; }
h3 { font-size: 10.5pt; margin: 4mm 0 1mm; break-after: avoid; }
p { margin: 0 0 2mm; }
code { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .86em; }
.dim { color: var(--dim); } .small { font-size: 8.5pt; line-height: 1.4; }
.own { border-left: 3pt solid var(--ink); padding: 1mm 0 1mm 4mm; margin: 4mm 0; } .own p:last-child { margin: 0; }
.notice { border: 1pt solid var(--bad); color: var(--bad); padding: 2mm 3mm; margin: 3mm 0; font-weight: 600; }
.result { font-size: 13pt; font-weight: 700; margin: 0; }
.PASSED, .pass, .passed { color: var(--good); } .WARNED, .warn { color: var(--warn); } .FAILED, .fail, .failed, .blocked { color: var(--bad); }
table { border-collapse: collapse; width: 100%; margin: 1mm 0 2mm; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: 1.1mm 2mm 1.1mm 0; border-bottom: .5pt solid var(--line); }
th { font-weight: 600; color: var(--dim); font-size: 8.5pt; } thead { display: table-header-group; } tr { break-inside: avoid; }
table.facts th { width: 34%; font-size: 9.5pt; font-weight: 400; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
table.first-wide th:first-child { width: 52%; } table.runs th:first-child { width: 25%; } table.runs th:nth-child(2) { width: 29%; } table.people th { width: 27%; } table.people th:last-child { width: 46%; } table.reasons th:first-child { width: 32%; }
.id { white-space: nowrap; } .whole { break-inside: avoid; } .annex h2 { margin-top: 0; }
.items { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 6mm; font-size: 7.5pt; line-height: 1.35; } .items li { display: grid; grid-template-columns: 32fr 25fr 17fr 22fr; gap: 1mm; overflow-wrap: normal; break-inside: avoid; border-bottom: .25pt solid var(--line); }
table.dense td, table.dense th { padding: .5mm 2mm .5mm 0; font-size: 8pt; line-height: 1.3; } table.long tr { break-inside: auto; }
.deviation { border: .5pt solid var(--line); border-left: 3pt solid currentColor; padding: 2mm 3mm; margin: 2mm 0; break-inside: avoid; }
.deviation > * { color: var(--ink); } .deviation .mark { color: inherit; font-weight: 600; }
.deviation dl { display: grid; grid-template-columns: repeat(3, 1fr); gap: 2mm; margin: 1mm 0 0; } dt { color: var(--dim); font-size: 8.5pt; } dd { margin: 0; }
.sign { border: .75pt solid var(--ink); padding: 4mm 5mm; margin: 3mm 0; break-inside: avoid; }
.sign h3 { margin-top: 0; } .lines { display: grid; grid-template-columns: 1fr 1fr; gap: 9mm 8mm; margin-top: 9mm; }
.lines div { border-top: .75pt solid var(--ink); padding-top: .8mm; font-size: 8.5pt; color: var(--dim); min-height: 9mm; } .lines b { display: block; color: var(--ink); font-size: 10pt; font-weight: 600; margin-top: -7.2mm; height: 6.4mm; overflow: hidden; }
.lines .wide { grid-column: span 2; }
.foot { margin-top: 6mm; border-top: .5pt solid var(--line); padding-top: 2mm; }
@media screen { .annex h2 { margin-top: 8mm; } body { margin: 8mm auto; box-shadow: 0 1px 8px #0003; } }
@media screen and (max-width: 640px) { body { margin: 0; padding: 5mm; } .deviation dl, .lines { grid-template-columns: 1fr; } .lines .wide { grid-column: auto; } .items { columns: 1; } table.facts th { width: 40%; } }
@page { size: A4; margin: 16mm 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #545e65; } }
@media print { html { background: #fff; } body { padding: 0; max-width: none; } .annex { break-before: page; } }
`
